package dev.dockline.shell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnippetHighlighterTest {
    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '~', textBlock = """
            var x = 12.5f;            ^ [34;1m var [0m x = [36m 12.5f [0m ;
            f("a\\"b") // why          ^ f( [32m "a\\"b" [0m ) [90m // why [0m
            f(x])                     ^ f(x [31;1m ] [0m )
            "open                     ^ [32m "open [0m
            plain(words)              ^ plain(words)
            """)
    void colours(String text, String shown) {
        var ansi = new SnippetHighlighter().highlight(null, text).toAnsi(null);
        // Blanks around the codes are for the reader alone.
        assertThat(ansi.replace("\u001b", "").replace(" ", "")).isEqualTo(shown.replace(" ", ""));
    }
}
