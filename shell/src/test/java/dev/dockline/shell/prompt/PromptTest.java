package dev.dockline.shell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTest extends PromptStory {
    @Test
    void greets_with_the_engine_or_why_there_is_none() throws Exception {
        try (var screen = start()) {
            assertThat(screen.text()).isEqualTo("""
                            Dockline 0.1.0 - /help tells more, Ctrl-D leaves.
                            New here? Type cont and press Tab; F1 tells of the word at the cursor.
                            Cannot reach the engine at unix:///nosuch.sock (DOCKER_HOST): there is no such
                            socket.
                            Try: sudo systemctl start docker; or --engine embedded to do without
                            dockline>""");
        }
    }

    @Test
    void prints_results_and_leaves_with_ctrl_d() throws Exception {
        try (var screen = start()) {
            screen.line("\"a漢\" + 1");
            screen.awaitEnd("\na漢1\ndockline>");
            screen.type("\u0004");
            assertThat(screen.awaitExit()).isZero();
        }
    }

    @Test
    void a_dot_line_goes_on_with_the_line_above() throws Exception {
        try (var screen = start()) {
            screen.line("var s = \"a\"");
            screen.awaitEnd("dockline> var s = \"a\"\ndockline>");
            screen.line("    .concat(\"b\")");
            screen.awaitEnd("dockline>     .concat(\"b\")\ns = s.concat(\"b\")\ndockline>");
            screen.line("s");
            screen.awaitEnd("dockline> s\nab\ndockline>");
        }
    }

    @Test
    void an_open_bracket_asks_for_more() throws Exception {
        try (var screen = start()) {
            screen.line("int f() {");
            screen.awaitEnd("...>");
            screen.line("return 42; }");
            screen.awaitEnd("return 42; }\ndockline>");
            screen.line("f()");
            screen.awaitEnd("dockline> f()\n42\ndockline>");
        }
    }

    @Test
    void the_trace_of_a_call_ends_where_it_was_called() throws Exception {
        try (var screen = embedded()) {
            screen.line("Integer.parseInt(\"x\")");
            screen.await(text -> text.contains("NumberFormatException") && text.endsWith(EMBEDDED));
            screen.line("/why");
            screen.await(text -> text.contains("at java.base/java.lang.Integer.parseInt") && text.endsWith(EMBEDDED));
            assertThat(screen.text()).doesNotContain("reflect").doesNotContain("SnippetRun");
        }
    }

    @Test
    void a_failure_is_told_and_its_trace_kept_for_why() throws Exception {
        try (var screen = start()) {
            screen.line("1 / 0");
            screen.awaitEnd("dockline> 1 / 0\nArithmeticException: / by zero\ndockline>");
            screen.line("/why");
            screen.await(text -> text.contains("java.lang.ArithmeticException: / by zero\n  at REPL."));
            screen.line("String none = null");
            screen.awaitEnd("String none = null\ndockline>");
            screen.line("none.length()");
            screen.await(text -> text.contains("because \"none\" is null\ndockline>"));
        }
    }

    @Test
    void commands() throws Exception {
        try (var screen = start()) {
            screen.line("/help");
            screen.await(text -> text.contains("make and start a container") && text.endsWith(PROMPT));
            screen.line("/nosuch");
            screen.await(text -> text.contains("There is no command /nosuch; there are /help /vars /list "));
            screen.line("exit(5)");
            assertThat(screen.awaitExit()).isEqualTo(5);
        }
    }

    @Test
    void ctrl_c_at_the_prompt_clears_the_line() throws Exception {
        try (var screen = start()) {
            screen.type("int x = ");
            screen.awaitEnd("dockline> int x =");
            screen.type("\u0003");
            screen.awaitEnd("dockline> int x =\ndockline>");
            screen.line("1 + 1");
            screen.awaitEnd("dockline> 1 + 1\n2\ndockline>");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xterm-256color: while (true) { }",
                "xterm-256color: Thread.sleep(60_000)",
                "xterm-256color: while (true) System.out.print(\"\");",
                "xterm-256color: new java.net.ServerSocket(0).accept()",
                "dumb: while (true) { }",
                "dumb: Thread.sleep(60_000)"
            })
    void ctrl_c_gives_the_prompt_back_in_time(String terminalAndText) throws Exception {
        var terminal = terminalAndText.split(": ", 2)[0];
        var text = terminalAndText.split(": ", 2)[1];
        try (var screen = start(terminal)) {
            // It takes JShell, which is there for what follows.
            screen.line("int kept = 42");
            screen.awaitEnd("int kept = 42\ndockline>");
            var times = new ArrayList<Long>();
            for (var i = 0; i < 3; i++) {
                times.add(interrupt(screen, text));
            }
            screen.line("kept");
            screen.awaitEnd("42\ndockline>");
            System.out.println("Ctrl-C, " + terminalAndText + ": " + times + " ms");
            // The median, since a busy machine may be late once, and the screen is looked at every few milliseconds.
            assertThat(times.stream().sorted().toList().get(1)).isLessThan(250);
        }
    }

    private static long interrupt(Screen screen, String text) throws Exception {
        screen.line(text);
        screen.awaitEnd(text);
        Thread.sleep(400);
        var began = System.nanoTime();
        screen.type("\u0003");
        screen.await(shown -> shown.endsWith(PROMPT) && !shown.endsWith(text + "\n" + PROMPT));
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    @Test
    void what_a_container_writes_is_shown_and_does_not_flood_the_prompt() throws Exception {
        try (var screen = embedded()) {
            screen.line("for (int i = 0; i < 100_000; i++) System.out.println(\"line \" + i);");
            screen.awaitEnd("line 99999\n" + EMBEDDED);
            screen.line("container(\"loud\").image(\"busybox\").run(\"sh\", \"-c\", \"while true; do echo y; done\")");
            screen.await(text -> text.contains("+ loud") && text.endsWith(EMBEDDED));
            screen.line("container(\"loud\").follow()");
            screen.await(text -> text.endsWith("\ny\ny\ny"));
            Thread.sleep(1000);
            screen.type("\u0003");
            screen.await(text -> text.endsWith("Interrupted.\n" + EMBEDDED));
            screen.line("container(\"loud\").remove(FORCE)");
            screen.await(text -> text.contains("- loud") && text.endsWith(EMBEDDED));
        }
    }

    @Test
    void control_sequences_in_labels_are_shown_harmless() throws Exception {
        try (var screen = embedded()) {
            screen.line(
                    "container(\"evil\").image(\"busybox\").label(\"note\", \"\\033[2J\\033]0;title\\007gone\").create()");
            screen.await(text -> text.contains("+ evil  busybox  created") && text.endsWith(EMBEDDED));
            screen.line("container(\"evil\").inspect(\"/Config/Labels/note\")");
            screen.await(text -> text.contains("+ evil") && text.contains("gone\n" + EMBEDDED));
        }
    }

    @Test
    void tables_and_lines_fit_a_window_that_changes() throws Exception {
        try (var screen = embedded()) {
            screen.line("container(\"web\").image(\"training/webapp\").publish(\"127.0.0.1:5000:5000\").run()");
            screen.await(text -> text.contains("127.0.0.1:5000→5000/tcp") && text.endsWith(EMBEDDED));
            screen.type("for (var i = 0; i < 400; i++) { System.out.println(i); Thread.sleep(3); }\r");
            screen.await(text -> text.contains("\n50\n"));
            screen.resize(50, 30);
            screen.awaitEnd("\n399\n" + EMBEDDED);
            screen.line("containers()");
            screen.await(text -> text.matches(
                            "(?s).*\nNAME  IMAGE  +STATE  +PORTS\nweb   training/[a-z]*…?  running [0-9]s  127.0.0.1:5[0-9]*…\n"
                                    + EMBEDDED)
                    && text.lines().allMatch(line -> line.length() <= 50));
            screen.resize(120, 30);
            screen.line("containers()");
            screen.await(text -> text.contains("127.0.0.1:5000→5000/tcp\n" + EMBEDDED));
        }
    }

    @Test
    void start_up_scripts_run_in_the_order_of_their_names() throws Exception {
        var startup = Files.createDirectories(folder.resolve(".config/dockline/startup"));
        Files.writeString(startup.resolve("b.jsh"), "var b = a + 1");
        Files.writeString(startup.resolve("a.jsh"), "var a = 1");
        Files.writeString(startup.resolve("c.jsh"), "1 / 0");
        try (var screen = start()) {
            // The path of the folder may be longer than a line.
            screen.await(text -> text.replace("\n", "").contains("c.jsh:1  | 1 / 0ArithmeticException: / by zero"));
            screen.await(text -> text.endsWith(PROMPT));
            screen.line("b");
            screen.awaitEnd("dockline> b\n2\ndockline>");
        }
        try (var screen = start("xterm-256color", "--no-startup")) {
            screen.line("b");
            screen.await(text -> text.contains("cannot find symbol"));
        }
    }

    @Test
    void a_block_is_indented_and_its_end_goes_back() throws Exception {
        try (var screen = start()) {
            screen.line("for (var i = 0; i < 2; i++) {");
            screen.awaitEnd("...>");
            screen.line("System.out.println(i);");
            screen.awaitEnd("println(i);\n     ...>");
            screen.line("}");
            screen.awaitEnd("{\n     ...>     System.out.println(i);\n     ...> }\n0\n1\ndockline>");
        }
    }

    @Test
    void a_name_that_is_nearly_right_is_put_right() throws Exception {
        try (var screen = embedded()) {
            screen.line("container(\"web\").image(\"busybox\").create()");
            screen.await(text -> text.contains("+ web") && text.endsWith(EMBEDDED));
            Thread.sleep(300);
            screen.line("container(\"wbe\").start()");
            screen.awaitEnd("""
                    Cannot start container "wbe": there is no container "wbe".
                    Try: container("web").start()
                    dockline·embedded>""");
            screen.line("container(\"db\").image(\"training/postgras\").create()");
            screen.awaitEnd("Try: container(\"db\").image(\"training/postgres\").create()\ndockline·embedded>");
            screen.line("container(\"quite_another\").start()");
            screen.awaitEnd("Try: containers() to see what is there\ndockline·embedded>");
        }
    }

    @Test
    void a_long_result_is_shown_page_by_page() throws Exception {
        try (var screen = start()) {
            screen.line("IntStream.range(0, 150).mapToObj(i -> \"element number \" + i).toList()");
            screen.awaitEnd("element number 36,\n... and 114 more lines; /more shows the next\ndockline>");
            for (var left : List.of("76", "38")) {
                screen.line("/more");
                screen.awaitEnd("... and " + left + " more lines; /more shows the next\ndockline>");
            }
            screen.line("/more");
            screen.awaitEnd("element number 149\n]\ndockline>");
        }
    }

    @Test
    void what_does_not_compile_says_what_to_type() throws Exception {
        try (var screen = start()) {
            screen.line("container('web').stop()");
            screen.awaitEnd("""
                    dockline> container('web').stop()
                    unclosed character literal
                      container('web').stop()
                                ^
                    Try: container("web").stop()
                    dockline>""");
            screen.line("docker login");
            screen.awaitEnd("""
                    dockline> docker login
                    cannot find symbol: class docker
                      docker login;
                      ^
                    Try: /help
                    dockline>""");
        }
    }

    @Test
    void tables_may_show_all_or_nothing() throws Exception {
        try (var screen = embedded()) {
            screen.line("container(\"one\").image(\"busybox\").create()");
            screen.awaitEnd("  + one   busybox  created\ndockline·embedded>");
            screen.line("/tables full");
            screen.awaitEnd("/tables full\ndockline·embedded>");
            screen.line("container(\"two\").image(\"busybox\").create()");
            screen.awaitEnd("NAME  IMAGE    STATE\ntwo   busybox  created\none   busybox  created\ndockline·embedded>");
            screen.line("/tables off");
            screen.awaitEnd("/tables off\ndockline·embedded>");
            screen.line("container(\"two\").remove()");
            screen.awaitEnd("container(\"two\").remove()\ndockline·embedded>");
            screen.line("/tables some");
            screen.awaitEnd("/tables takes delta, full or off. Try: /tables full\ndockline·embedded>");
        }
    }
}
