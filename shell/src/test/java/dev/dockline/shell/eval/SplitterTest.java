package dev.dockline.shell.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SplitterTest extends EvalTest {
    private static final List<String> ONE = List.of(
            "a()\n    .b()",
            "a()\n    // why\n    .b()\n\n    /* and\n    so on */\n    .c();",
            "a() // first\n    .b() // second\n    .c()",
            "container(\"web\")\n    .image(\"training/webapp\")\n    .publish(5000)\n    .run()",
            "a(b -> {\n    b.c();\n\n    b.d();\n})\n.e()",
            "if (x) {\n    y();\n}\nelse {\n    z();\n}",
            "try {\n    y();\n}\ncatch (Exception e) {\n}\n\nfinally {\n}",
            "var t = \"\"\"\n    a \\\"\"\" b\n\n    .not(a, chain)\n    \"\"\";",
            "var s = a\n    + \"b\"\n    + 'c'",
            "var s = a\n    ? b\n    : c",
            "var s =\n    a",
            "var b = a\n    && b || c\n    || d",
            "foo(\n    1,\n    2\n)",
            "@Deprecated\nclass A {\n\n    int b;\n}",
            "@SuppressWarnings(\"unchecked\")\n@Deprecated\nvoid f() {\n}",
            "for (var i = 0; i < 3; i++)\n    f(i);",
            "do {\n    x();\n}\nwhile (y);",
            "'\"'",
            "\"// no comment (\"");

    private static final List<String> TWO = List.of(
            "a()|b()",
            "int a = 1;| int b = 2;",
            "a() // not .b()|c()",
            "a()|.5 + 1",
            "a()|-b",
            "var x = 1;|++x",
            "int x = 3|x + 1",
            "class A {\n}|class B {\n}",
            "publish(5000:5000)|a()",
            "container('web')|a()",
            "\"unclosed|a()",
            "a();|.b()",
            "void f() { }\n|\n// about the next\n/** more */\nint g() { return 1; }");

    private static final List<String> INCOMPLETE = List.of(
            "a(",
            "class A {",
            "var s = \"\"\"\n  text",
            "if (x) {\n\n  y();",
            "x +",
            "a(b -> {\n  c();\n}",
            "try { }",
            "for (;;)");

    private List<Piece> split(String text) {
        return evaluator.split("test", text);
    }

    @Test
    void one_snippet() {
        for (var text : ONE) {
            var pieces = split(text);
            assertThat(pieces).as(text).hasSize(1);
            assertThat(pieces.get(0).complete()).as(text).isTrue();
            assertThat(pieces.get(0).source()).as(text).startsWith(text);
        }
    }

    @Test
    void two_snippets() {
        for (var text : TWO) {
            assertThat(split(text.replace("|", "\n"))).as(text).hasSize(2);
        }
    }

    @Test
    void incomplete_at_the_end() {
        for (var text : INCOMPLETE) {
            assertThat(split("a()\n" + text))
                    .as(text)
                    .extracting(Piece::source, Piece::line, Piece::complete)
                    .last()
                    .isEqualTo(org.assertj.core.groups.Tuple.tuple(text.strip(), 2, false));
        }
    }

    @Test
    void nothing_to_run() {
        for (var text : List.of("", "\n \n", "// comment", "/* a\n b */\n", "  ")) {
            assertThat(split(text)).as(text).isEmpty();
        }
    }

    @Test
    void lines_are_counted_from_where_the_code_begins() {
        assertThat(split("\n// one\nint a = 1; int b = 2;\n\n/* two\n */ a\n  .b()\n;c()"))
                .extracting(Piece::line)
                .containsExactly(3, 3, 6, 8);
    }

    @Test
    void a_long_script_is_split_in_time_that_grows_with_its_length_only() {
        var text = "var x = List.of(1)\n    .stream() // why\n    .toList();\n".repeat(1000);
        var began = System.nanoTime();
        assertThat(split(text)).hasSize(1000);
        assertThat(System.nanoTime() - began).isLessThan(20_000_000_000L);
    }
}
