package dev.dockline.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts from outside: what they open, how they go on or stop, what machines read, what is done at the end. */
class ScriptsTest {
    @TempDir
    Path folder;

    private void file(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Run dockline(String... arguments) throws Exception {
        return Run.dockline(folder, "", arguments);
    }

    @Test
    void a_script_opens_others_beside_it() throws Exception {
        file("main.jsh", "int a = 1;\n/open lib/words.jsh\nSystem.out.println(twice(a) + here(\"x\").length());\n");
        file("lib/words.jsh", "/open more.jsh\nint twice(int n) { return n * TWO; }\n");
        file("lib/more.jsh", "int TWO = 2;\nhere(\"x\").endsWith(\"lib/x\")");
        var run = dockline("main.jsh");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo("true\n"
                        + (2 + folder.toAbsolutePath().resolve("x").toString().length()) + "\n");
    }

    @Test
    void what_fails_in_an_opened_script_is_told_by_its_own_file_and_line() throws Exception {
        file("main.jsh", "/open lib/bad.jsh\nSystem.out.println(\"never\");\n");
        file("lib/bad.jsh", "int a = 1;\nthrow new IllegalStateException(\"bad\");\n");
        var run = dockline("main.jsh");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("lib/bad.jsh:2\n");
    }

    @Test
    void a_circle_a_missing_file_and_another_command_are_errors_of_their_line() throws Exception {
        file("a.jsh", "// first\n/open b.jsh\n");
        file("b.jsh", "/open a.jsh\n");
        assertThat(dockline("a.jsh").err())
                .isEqualTo("b.jsh:1: it is open already: a script cannot open itself, or one that opens it\n"
                        + "  /open a.jsh\n  ^\n");
        file("c.jsh", "/open nowhere.jsh");
        assertThat(dockline("c.jsh").err()).startsWith("c.jsh:1: There is no file nowhere.jsh.\n");
        file("d.jsh", "/vars\n");
        assertThat(dockline("d.jsh"))
                .matches(run -> run.exitCode() == 3)
                .extracting(Run::err)
                .asString()
                .startsWith("d.jsh:1: a script knows /open FILE, and no other line that begins with a slash\n");
    }

    @Test
    void a_line_within_a_text_block_or_a_comment_is_no_command() throws Exception {
        file("t.jsh", "\ufeffvar t = \"\"\"\n/open nowhere\n/vars\n\"\"\";\n/* a\n/open nowhere\n*/\nt.length()");
        var run = dockline("t.jsh");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("20\n");
    }

    @Test
    void it_goes_on_after_a_failure_only_when_told_to() throws Exception {
        file("t.jsh", "int a = 1\nthrow new Exception(\"one\");\nint b = nosuch;\n\"two\".length()\nexit(0);\n");
        var stopped = dockline("t.jsh");
        assertThat(stopped.exitCode()).isEqualTo(1);
        assertThat(stopped.out()).isEmpty();
        var run = dockline("--continue", "t.jsh");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("3\n");
        assertThat(run.err()).contains("t.jsh:2\n", "Exception: one", "t.jsh:3: cannot find symbol: variable nosuch");
        file("u.jsh", "int b = nosuch;\nthrow new Exception();\n");
        assertThat(dockline("--continue", "u.jsh").exitCode()).isEqualTo(3);
    }

    @Test
    void machines_read_changes_and_failures_as_lines_of_json() throws Exception {
        file(
                "t.jsh",
                "System.out.println(\"for people\");\n"
                        + "var web = container(\"web\").image(\"training/webapp\").publish(5000).volume(\"/data\").run()\n"
                        + "web.state().status()\n"
                        + "web.stop();\n"
                        + "container(\"nosuch\").stop();\n");
        var run = dockline("--engine", "embedded", "--json", "t.jsh");
        assertThat(run.err()).isEqualTo("for people\nrunning\n");
        var lines = run.out().lines().map(ScriptsTest::json).toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0).path("change").asText()).isEqualTo("added");
        assertThat(lines.get(0).path("kind").asText()).isEqualTo("container");
        assertThat(lines.get(0).path("name").asText()).isEqualTo("web");
        assertThat(lines.get(0).path("status").asText()).isEqualTo("running");
        assertThat(lines.get(0).path("ports").get(0).asText()).endsWith("→5000/tcp");
        assertThat(lines.get(1).path("kind").asText()).isEqualTo("volume");
        assertThat(lines.get(2).path("change").asText()).isEqualTo("changed");
        assertThat(lines.get(2).path("line").asInt()).isEqualTo(4);
        assertThat(lines.get(3).path("error").asText()).isEqualTo("NoSuchContainer");
        assertThat(lines.get(3).path("file").asText()).isEqualTo("t.jsh");
        assertThat(lines.get(4).path("exit").asInt()).isEqualTo(5).isEqualTo(run.exitCode());
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_is_to_be_done_at_the_end_is_done_the_latest_first_also_after_a_failure() throws Exception {
        file(
                "t.jsh",
                "onExit(() -> System.out.println(\"first\"));\n"
                        + "onExit(() -> { throw new IllegalStateException(\"no matter\"); });\n"
                        + "onExit(() -> System.out.println(\"last\"));\nexit(7);\n");
        var run = dockline("t.jsh");
        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(run.out()).isEqualTo("last\nfirst\n");
        assertThat(run.err()).contains("IllegalStateException: no matter");
        file("u.jsh", "onExit(() -> System.out.println(\"done\"));\nthrow new Exception();\n");
        assertThat(dockline("u.jsh").out()).isEqualTo("done\n");
    }

    @Test
    void it_is_done_after_a_signal_too() throws Exception {
        file(
                "t.jsh",
                "onExit(() -> System.out.println(\"done\"));\nSystem.out.println(\"ready\");\nThread.sleep(60_000);\n");
        for (var signal : List.of("TERM", "INT")) {
            var out = folder.resolve("out-" + signal);
            var process = Run.start(folder, Map.of(), Run.command("t.jsh"), out, folder.resolve("err"));
            Awaitility.await()
                    .atMost(20, TimeUnit.SECONDS)
                    .until(() -> Files.readString(out).contains("ready"));
            new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(out)).isEqualTo("ready\ndone\n");
            assertThat(process.exitValue()).isEqualTo(signal.equals("TERM") ? 143 : 130);
        }
    }

    @Test
    void check_lists_all_errors_and_runs_nothing() throws Exception {
        file(
                "t.jsh",
                "#!/usr/bin/env dockline\nSystem.out.println(\"runs\");\n"
                        + "var web = container(\"web\").imagge(\"x\").run();\n"
                        + "web.stop();\n"
                        + "int n = \"text\";\n"
                        + "/open lib/other.jsh\n"
                        + "void used() { nowhere(); }\n"
                        + "container(\"db\").run();\n");
        file("lib/other.jsh", "int fine = 1;\n");
        var run = dockline("check", "t.jsh");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().filter(line -> line.matches("\\S+\\.jsh:\\d+: .*")))
                .containsExactly(
                        "t.jsh:3: cannot find symbol: method imagge(String) in Container",
                        "t.jsh:5: incompatible types: String cannot be converted to int",
                        "t.jsh:7: used uses what nothing declares: method nowhere()");
        file(
                "fine.jsh",
                "int a = 1\nint four(int a) { return twice(twice(a)); }\nint twice(int n) { return 2 * n; }\ncontainer(\"x\")\n.image(\"y\")\n.run()\n");
        assertThat(dockline("check", "fine.jsh")).isEqualTo(new Run(0, "", ""));
    }
}
