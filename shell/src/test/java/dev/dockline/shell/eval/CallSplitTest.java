package dev.dockline.shell.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockline.shell.eval.call.Statement;
import java.util.List;
import jdk.jshell.JShell;
import org.junit.jupiter.api.Test;

/** What is taken apart without JShell is what JShell takes it apart into. */
class CallSplitTest extends EvalTest {
    private static final List<String> CALLS = List.of(
            "a()",
            "a();",
            "a() ;",
            "a.b",
            "a.b()",
            "a;",
            "a",
            "a() // why",
            "a(); // why",
            "a(); b();",
            "a(); /* and */ b()",
            "a(/* nothing */)\n  // more\n  .b(1, \"(;\\\"\", true).c(d, e(), f.g());",
            "var a = b()",
            "var a = b();",
            "var a = b() // why",
            "var a = 1",
            "var a = \"b\";",
            "var a=b.c();",
            "a = b()",
            "a = b();",
            "a = \"b\"",
            "a = 5;c()",
            "var a = b(\n  1,\n  2\n)\n  .c(true)");

    @Test
    void as_jshell_does() {
        var taken = 0;
        try (var jshell = JShell.builder().executionEngine("local").build()) {
            for (var text : CALLS) {
                var info = jshell.sourceCodeAnalysis().analyzeCompletion(text);
                assertThat(evaluator.split("test", text).get(0).source())
                        .as(text)
                        .isEqualTo(info.source().strip());
                taken += Statement.first(text) == null ? 0 : 1;
            }
        }
        assertThat(taken).isEqualTo(CALLS.size() - 1);
    }

    @Test
    void what_is_more_than_calls_is_left_to_jshell() {
        for (var text : List.of(
                "1",
                "\"a\"",
                "a(",
                "a() b()",
                "a + 1",
                "a(b -> c)",
                "a(-1)",
                "a(1L)",
                "a('b')",
                "a(\"\"\"\n  b\"\"\")",
                "a(\"\\u0041\")",
                "a(b ? c : d)",
                "a[0]",
                "a.b.c()",
                "new A()",
                "A.<B>c()",
                "this.a()",
                "null",
                "return",
                "a == b",
                "a += b",
                "var a",
                "var a = b, c = d",
                "int a = b()",
                "a().b",
                "a()()",
                "!a()",
                "a(,)",
                "a(b,)",
                "(a())",
                "class A { }",
                "if (a()) b();")) {
            assertThat(Statement.first(text)).as(text).isNull();
        }
    }
}
