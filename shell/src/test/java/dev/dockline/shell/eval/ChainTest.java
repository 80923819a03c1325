package dev.dockline.shell.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockline.shell.eval.Outcome.Form;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainTest extends EvalTest {

    private Outcome line(String text) {
        return evaluator.eval(evaluator.split("test", text).get(0));
    }

    @Test
    void a_dot_line_gives_the_variable_above_the_continued_value() {
        line("var s = \"a\"");
        assertThat(line(".concat(\"b\")"))
                .isEqualTo(new Outcome.Continued(
                        new Outcome.Value("ab", "String", "s", Form.ASSIGNMENT), "s = s.concat(\"b\")"));
        line(".concat(\"c\")");
        assertEval("s", "abc");
    }

    @Test
    void the_variable_takes_the_new_type() {
        line("String s = \"a\"");
        assertThat(line(".length()"))
                .isEqualTo(new Outcome.Continued(new Outcome.Value(1, "int", "s", Form.DECLARATION), "s = s.length()"));
        assertEval("s + 1", 2);
    }

    @Test
    void a_dot_line_after_an_expression_goes_on_with_its_value() {
        line("\"a\"");
        assertThat(line(".concat(\"b\")"))
                .isEqualTo(new Outcome.Continued(
                        new Outcome.Value("ab", "String", "$2", Form.EXPRESSION), "$1.concat(\"b\")"));
        assertThat(line(".length()"))
                .isEqualTo(new Outcome.Continued(new Outcome.Value(2, "int", "$3", Form.EXPRESSION), "$2.length()"));
    }

    @Test
    void naming_a_variable_does_not_make_the_next_line_change_it() {
        line("var s = \"a\"");
        line("s");
        line(".concat(\"b\")");
        assertEval("s", "a");
    }

    @Test
    void a_dot_line_that_failed_can_be_typed_again() {
        line("var s = \"a\"");
        line(".concatt(\"b\")");
        line(".concat(null)");
        line(".concat(\"b\")");
        assertEval("s", "ab");
    }

    @Test
    void a_dot_line_below_nothing_is_refused() {
        var problem = new Problem("there is no value above that this line could go on with", 1, 1, ".size()");
        assertThat(line(".size()")).isEqualTo(new Outcome.Rejected(List.of(problem)));
        line("if (true) { }");
        assertThat(line(".size()")).isEqualTo(new Outcome.Rejected(List.of(problem)));
    }

    @Test
    void a_semicolon_above_changes_nothing() {
        eval("var s = \"a\";\n  .concat(\"b\");\n  .concat(\"c\");");
        assertEval("s", "abc");
    }
}
