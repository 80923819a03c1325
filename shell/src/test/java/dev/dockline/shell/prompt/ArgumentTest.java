package dev.dockline.shell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentTest {
    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '~', nullValues = "-", textBlock = """
            container("we                        ^ container ^ 0 ^ we
            container("web").link("              ^ link      ^ 0 ^ ~~
            link(container("db"), "d             ^ link      ^ 1 ^ d
            volume(data(1, 2), "/x               ^ volume    ^ 1 ^ /x
            var s = "a                           ^ ~~        ^ 0 ^ a
            foo("training/web                    ^ foo       ^ 0 ^ training/web
            container("web")                     ^ -         ^ - ^ -
            // container("we                     ^ -         ^ - ^ -
            'a                                   ^ -         ^ - ^ -
            """)
    void says_which_argument_is_being_typed(String text, String method, Integer index, String typed) {
        var argument = Argument.string(text.strip());
        assertThat(argument.map(found -> found.call().name()).orElse(null)).isEqualTo(method);
        assertThat(argument.map(Argument::index).orElse(null)).isEqualTo(index);
        assertThat(argument.map(found -> text.strip().substring(found.start())).orElse(null))
                .isEqualTo(typed);
    }
}
