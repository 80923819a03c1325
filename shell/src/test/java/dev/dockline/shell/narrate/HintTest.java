package dev.dockline.shell.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockline.shell.eval.Outcome;
import dev.dockline.shell.eval.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HintTest {
    private static Optional<String> hint(String source, String message) {
        return Hint.of(source, new Outcome.Rejected(List.of(new Problem(message, 1, 1, source))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '~', textBlock = """
            docker ps                       ^ containers().running()
            sudo docker logs web            ^ container("web").logs()
            docker stop web;                ^ container("web").stop()
            docker run -d busybox           ^ container().image("busybox").run()
            web.publish(5000:80)            ^ web.publish(5000, 80)
            container('web').run()          ^ container("web").run()
            """)
    void of_what_comes_from_elsewhere(String source, String line) {
        assertThat(hint(source, "';' expected")).contains(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', textBlock = """
            method   ^ contaners ^ class                          ^ containers(…)
            variable ^ engine    ^ class                          ^ engine()
            variable ^ exit      ^ class                          ^ /exit
            variable ^ None      ^ class                          ^ null
            method   ^ pubish    ^ class dev.dockline.Container   ^ publish(…)
            method   ^ satrt     ^ variable web of type dev.dockline.Container ^ start(…)
            """)
    void of_a_name_that_is_nearly_another(String kind, String name, String place, String line) {
        var message = "cannot find symbol\n  symbol:   " + kind + " " + name + (kind.equals("method") ? "()" : "")
                + "\n  location: " + place;
        assertThat(hint(name, message)).contains(line);
    }

    @Test
    void of_output_that_was_copied_with_code() {
        assertThat(hint("web.stop()\n    NAME\tIMAGE\tSTATE\n~\tweb\tbusybox\texited", "';' expected"))
                .contains("dockline FILE.ipynb; this has output in it, and nothing that tells it from code");
    }

    @Test
    void none_where_nothing_is_near() {
        assertThat(
                        hint(
                                "x.y()",
                                "cannot find symbol\n  symbol:   method frobnicate()\n  location: class dev.dockline.Container"))
                .isEmpty();
        assertThat(hint("int x = \"a\"", "incompatible types: java.lang.String cannot be converted to int"))
                .isEmpty();
    }
}
