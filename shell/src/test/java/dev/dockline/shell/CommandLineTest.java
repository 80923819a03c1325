package dev.dockline.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    private static final String USAGE =
            "Usage: dockline [FILE.jsh|FILE.ipynb|-] [args], or dockline -e TEXT; dockline --help tells more.\n";

    @TempDir
    Path folder;

    private Run dockline(String... arguments) throws Exception {
        return Run.dockline(folder, "", arguments);
    }

    private void file(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void a_text_prints_its_results() throws Exception {
        assertThat(dockline("-e", "1 + 1; int x = 3\nx + 1\n\"a\"\n    .concat(\"漢\")\nnull"))
                .isEqualTo(new Run(0, "2\n4\na漢\n", ""));
    }

    @Test
    void file_and_standard_input_print_the_same_as_a_text() throws Exception {
        var text = "List.of(1, 2)\nMap.of(\"a\", 1)\nnew int[] {1, 2}\nSystem.out.print(\"no line end\");\n";
        file("a.jsh", text);
        var expected = new Run(0, "[1, 2]\n{a=1}\n[1, 2]\nno line end", "");
        assertThat(dockline("a.jsh")).isEqualTo(expected);
        assertThat(dockline("-e", text)).isEqualTo(expected);
        assertThat(Run.dockline(folder, text, "-")).isEqualTo(expected);
        assertThat(Run.dockline(folder, text)).isEqualTo(expected);
    }

    @Test
    void a_script_has_arguments_a_folder_and_a_first_line_for_the_system() throws Exception {
        Files.createDirectory(folder.resolve("sub"));
        file("sub/a.jsh", "#!/usr/bin/env dockline\nString.join(\"+\", args)\nhere(\"b.txt\")\n");
        assertThat(dockline("sub/a.jsh", "--quiet", "b c"))
                .isEqualTo(new Run(0, "--quiet+b c\n" + folder.toRealPath().resolve("sub/b.txt") + "\n", ""));
        assertThat(dockline("-e", "args.length", "a", "b")).isEqualTo(new Run(0, "2\n", ""));
    }

    @Test
    void exit_ends_with_its_code() throws Exception {
        assertThat(dockline("-e", "exit(7)\n1")).isEqualTo(new Run(7, "", ""));
        assertThat(dockline("-e", "1\nexit()\n2")).isEqualTo(new Run(0, "1\n", ""));
        assertThat(dockline("-e", "System.out.print(1); System.exit(3);")).isEqualTo(new Run(3, "1", ""));
    }

    @Test
    void a_script_that_throws_says_where() throws Exception {
        file("a.jsh", "int half(int n) {\n    return n / 0;\n}\n\n\"before\"\nhalf(\n  3)\n\"after\"\n");
        assertThat(dockline("a.jsh")).isEqualTo(new Run(1, "before\n", """
                        a.jsh:2
                          | half(
                          |   3)
                        ArithmeticException: / by zero
                        """));
    }

    @Test
    void the_cause_of_an_exception_is_told_too() throws Exception {
        assertThat(dockline("-e", "throw new IllegalStateException(\"outer\", new IOException(\"inner\"));"))
                .isEqualTo(new Run(1, "", """
                        -e:1
                          | throw new IllegalStateException("outer", new IOException("inner"));
                        IllegalStateException: outer
                          caused by IOException: inner
                        """));
    }

    @Test
    void what_does_not_compile_is_shown_with_a_caret() throws Exception {
        file("a.jsh", "\"before\"\n\nvar n = 1\n    + two;\n");
        assertThat(dockline("a.jsh")).isEqualTo(new Run(3, "before\n", """
                        a.jsh:4: cannot find symbol: variable two
                              + two;
                                ^
                        """));
    }

    @Test
    void what_never_ends_is_said_to_be_incomplete() throws Exception {
        file("a.jsh", "\"before\"\nif (true) {\n  foo();\n");
        assertThat(dockline("a.jsh")).isEqualTo(new Run(3, "before\n", """
                        a.jsh:2: this snippet never ends; a bracket or a quote is not closed
                          if (true) {
                          ^
                        """));
    }

    @Test
    void a_missing_file_is_usage() throws Exception {
        assertThat(dockline("nosuch.jsh")).isEqualTo(new Run(2, "", "There is no file nosuch.jsh.\n" + USAGE));
        assertThat(dockline("--startup", "nosuch.jsh", "-e", "1"))
                .isEqualTo(new Run(2, "", "There is no file nosuch.jsh.\n" + USAGE));
        assertThat(dockline(".")).isEqualTo(new Run(2, "", "The file . cannot be read: Is a directory.\n" + USAGE));
    }

    @Test
    void an_unknown_option_is_usage() throws Exception {
        assertThat(dockline("--foo")).isEqualTo(new Run(2, "", "Unknown option: '--foo'\n" + USAGE));
        assertThat(dockline("-e"))
                .isEqualTo(new Run(2, "", "Missing required parameter for option '-e' (TEXT)\n" + USAGE));
    }

    @Test
    void an_option_that_means_nothing_is_usage() throws Exception {
        file("a.jsh", "1");
        file("a.ipynb", "{}");
        assertThat(dockline("--save", "a.jsh"))
                .isEqualTo(new Run(2, "", "--save is for notebooks: dockline --save FILE.ipynb.\n" + USAGE));
        assertThat(dockline("--continue", "a.ipynb"))
                .isEqualTo(new Run(2, "", "--continue is for scripts: dockline --continue FILE.jsh.\n" + USAGE));
        assertThat(dockline("--json", "a.ipynb"))
                .isEqualTo(new Run(2, "", "--json is for scripts: dockline --json FILE.jsh.\n" + USAGE));
    }

    @Test
    void an_engine_that_is_not_there_is_code_4() throws Exception {
        var message = """
                Cannot reach the engine at unix:///nosuch.sock (named): there is no such socket.
                Try: sudo systemctl start docker; or --engine embedded to do without
                """;
        assertThat(dockline("--engine", "unix:///nosuch.sock", "-e", "1")).isEqualTo(new Run(4, "", message));
        var run = Run.process(
                folder, "", Map.of("DOCKER_HOST", "unix:///nosuch.sock"), Run.command("-e", "1\ncontainers()"));
        assertThat(run)
                .isEqualTo(new Run(4, "1\n", "-e:2\n  | containers()\n" + message.replace("(named)", "(DOCKER_HOST)")));
    }

    @Test
    void a_start_up_script_runs_first_and_its_failure_ends_all() throws Exception {
        file("s.jsh", "int twice(int n) { return 2 * n; }\n");
        assertThat(dockline("--startup", "s.jsh", "-e", "twice(4)")).isEqualTo(new Run(0, "8\n", ""));
        file("s.jsh", "exit(9)\n");
        assertThat(dockline("--startup", "s.jsh", "-e", "1")).isEqualTo(new Run(9, "", ""));
    }

    @Test
    void the_start_up_folder_is_for_the_prompt_only() throws Exception {
        Files.createDirectories(folder.resolve(".config/dockline/startup"));
        file(".config/dockline/startup/a.jsh", "\"from startup\"");
        assertThat(dockline("-e", "1")).isEqualTo(new Run(0, "1\n", ""));
    }

    @Test
    void help_and_version() throws Exception {
        assertThat(dockline("--version")).isEqualTo(new Run(0, "Dockline 0.1.0\n", ""));
        assertThat(dockline("--help").out()).startsWith("Usage: dockline [").contains("-e=TEXT", "--engine=URL");
    }

    @Test
    void a_trace_is_printed_only_when_asked_for() throws Exception {
        var run = Run.process(folder, "", Map.of("DOCKLINE_DEBUG", "1"), Run.command("-e", "int x = 1 / 0;"));
        assertThat(run.err())
                .contains("ArithmeticException: / by zero\njava.lang.ArithmeticException: / by zero\n  at REPL.");
    }

    @Test
    void an_interrupt_ends_a_script_with_130() throws Exception {
        for (var text : new String[] {"\"go\"\nwhile (true) { }", "\"go\"\nThread.sleep(60_000);"}) {
            var out = folder.resolve("out");
            var err = folder.resolve("err");
            var process = Run.start(folder, Map.of(), Run.command("-e", text), out, err);
            Awaitility.await().until(() -> Files.readString(out).equals("go\n"));
            Thread.sleep(300);
            new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor();
            assertThat(process.waitFor(2, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
            assertThat(Files.readString(err))
                    .isEqualTo("-e:2\n  | " + text.lines().toList().get(1) + "\nInterrupted.\n");
        }
    }

    @Test
    void a_reader_that_goes_away_ends_an_endless_script() throws Exception {
        var command = String.join(
                " ", Run.command().stream().map(word -> "'" + word + "'").toList());
        var began = System.nanoTime();
        var run = Run.process(
                folder,
                "",
                Map.of(),
                java.util.List.of("bash", "-c", command + " -e 'while (true) System.out.println(1);' | head -n 1"));
        assertThat(run).isEqualTo(new Run(0, "1\n", ""));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }
}
