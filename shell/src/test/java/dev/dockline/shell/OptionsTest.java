package dev.dockline.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What is read without the parser is what the parser reads. */
class OptionsTest {
    private static final List<String> WORDS = List.of(
            "-e",
            "--engine",
            "--quiet",
            "--engine=embedded",
            "embedded",
            "1 + 1",
            "a.jsh",
            "-",
            "--",
            "-x",
            "x y",
            "@a",
            "\"a\"",
            "--json",
            "--help",
            "-1",
            "");

    @Test
    void what_is_read_without_the_parser_is_what_it_reads() {
        var read = 0;
        for (long seed = 0; seed < 20_000; seed++) {
            var random = new Random(seed);
            var words = new ArrayList<String>();
            while (random.nextInt(5) > 0) {
                words.add(WORDS.get(random.nextInt(WORDS.size())));
            }
            var plain = Options.plain(words.toArray(String[]::new));
            if (plain.isPresent()) {
                read++;
                assertThat(told(plain.get())).as("%s", words).isEqualTo(told(parsed(words)));
            }
        }
        assertThat(read).isGreaterThan(1000);
    }

    @Test
    void what_is_asked_for_every_day_needs_no_parser() {
        assertThat(Options.plain()).isPresent();
        assertThat(Options.plain("-e", "containers()")).isPresent();
        assertThat(Options.plain("--engine", "embedded", "tour.jsh", "--an", "@argument".substring(1)))
                .isPresent();
        assertThat(Options.plain("-")).isPresent();
        for (var command : Main.COMMANDS) {
            assertThat(Options.plain(command, "a")).as(command).isEqualTo(Optional.empty());
        }
    }

    private static Options parsed(List<String> words) {
        var options = new Options();
        new CommandLine(options).setStopAtPositional(true).parseArgs(words.toArray(String[]::new));
        return options;
    }

    private static List<Object> told(Options options) {
        return java.util.Arrays.asList(options.file, options.arguments, options.text, options.engine, options.quiet);
    }
}
