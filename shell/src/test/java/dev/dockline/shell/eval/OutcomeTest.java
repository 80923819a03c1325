package dev.dockline.shell.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockline.shell.eval.Outcome.At;
import dev.dockline.shell.eval.Outcome.Form;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest extends EvalTest {

    @Test
    void gives_the_value_itself_not_its_text() {
        assertEval("List.of(1, 2)", List.of(1, 2));
        assertEval("null", null);
        assertEval("(Object) \"a\".length()", 1);
    }

    @Test
    void says_how_the_value_came_about() {
        assertThat(eval("int x = 3")).isEqualTo(new Outcome.Value(3, "int", "x", Form.DECLARATION));
        assertThat(eval("x = 4")).isEqualTo(new Outcome.Value(4, "int", "x", Form.ASSIGNMENT));
        assertThat(eval("x")).isEqualTo(new Outcome.Value(4, "int", "x", Form.EXPRESSION));
        assertThat(eval("x + 1")).isEqualTo(new Outcome.Value(5, "int", "$1", Form.EXPRESSION));
    }

    @Test
    void gives_nothing_for_what_has_no_value() {
        for (var text :
                List.of("", "// a comment", "if (true) { }", "void f() { }", "class A { }", "import java.io.*")) {
            assertThat(eval(text)).as(text).isEqualTo(new Outcome.Done());
        }
    }

    @Test
    void never_calls_the_toString_of_a_result() {
        assertThat(eval("new Object() { public String toString() { throw new IllegalStateException(); } }"))
                .isInstanceOf(Outcome.Value.class);
    }

    @Test
    void places_the_problem_of_what_does_not_compile() {
        assertRejected(
                "int a = 1;\nint y =\n  \"s\";",
                new Problem("incompatible types: java.lang.String cannot be converted to int", 2, 3, "  \"s\";"));
    }

    @Test
    void names_what_a_method_still_lacks() {
        assertRejected(
                "int f() { return g(); }\nf()",
                new Problem("f cannot run before this is declared: method g()", 1, 1, "f()"));
    }

    @Test
    void keeps_the_exception_and_the_lines_it_passed() {
        var outcome = eval("int div(int n) {\n    return 1 / n;\n}\n\ndiv(0)");
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Threw.class, threw -> {
            assertThat(threw.error()).isInstanceOf(ArithmeticException.class);
            assertThat(threw.stack()).containsExactly(new At("test", 2), new At("test", 5));
        });
    }

    @Test
    void exits_with_a_code_that_no_catch_of_exceptions_keeps() {
        assertThat(eval("try { exit(7); } catch (Exception e) { }")).isEqualTo(new Outcome.Exited(7));
    }

    @Test
    void what_is_declared_again_with_the_same_text_is_still_there() {
        for (var i = 0; i < 3; i++) {
            assertEval("int f() { return 1; } class A { int b = 2; } int c = 3;\nf() + new A().b + c", 6);
        }
    }

    @Test
    void keeps_only_the_latest_results() {
        for (var i = 0; i < 25; i++) {
            eval("" + i);
        }
        assertEval("$25", 24);
        assertEval("$6", 5);
        assertThat(eval("$5")).isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void keeps_a_result_that_a_declaration_refers_to() {
        eval("\"kept\"\nvar v = $1 + \"\";");
        for (var i = 0; i < 25; i++) {
            eval("" + i);
        }
        assertEval("v + $1", "keptkept");
    }

    @Test
    void passes_on_what_a_call_throws() {
        var failure = new IllegalStateException("from the view");
        assertThat(evaluator.call(() -> {
                    throw failure;
                }))
                .isEqualTo(new Outcome.Threw(failure, List.of()));
        assertThat(evaluator.call(() -> "text")).isEqualTo(new Outcome.Value("text", "", null, Form.EXPRESSION));
    }
}
