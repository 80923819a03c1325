package dev.dockline.shell.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.shell.Run;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel, as a client of Jupyter's protocol sees it. */
class KernelTest {
    @TempDir
    Path folder;

    private Client client() throws Exception {
        return new Client(folder, Map.of());
    }

    private static ObjectNode at(String code) {
        return Client.JSON
                .createObjectNode()
                .put("code", code)
                .put("cursor_pos", code.codePointCount(0, code.length()));
    }

    @Test
    void a_cell_prints_shows_and_gives() throws Exception {
        try (var client = client()) {
            var reply = client.run("System.out.print(\"漢\");\nSystem.err.print(\"e\");\n1 + 1\n2 + 2");
            assertThat(reply.path("status").asText()).isEqualTo("ok");
            assertThat(reply.path("execution_count").asInt()).isEqualTo(1);
            assertThat(client.outputs())
                    .extracting(message -> message.type() + " " + message.content())
                    .containsExactly(
                            "stream {\"name\":\"stdout\",\"text\":\"漢\"}",
                            "stream {\"name\":\"stderr\",\"text\":\"e\"}",
                            "display_data {\"data\":{\"text/plain\":\"2\"},\"metadata\":{}}",
                            "execute_result {\"data\":{\"text/plain\":\"4\"},\"metadata\":{},\"execution_count\":1}");
            client.run("var web = container(\"web\").image(\"training/webapp\")\n    .run();");
            var changed = client.outputs().get(0).content().path("data");
            assertThat(changed.path("text/plain").asText()).contains("+ web");
            assertThat(changed.path("text/html").asText()).contains("<table>", "<td>web</td>");
            client.run(".stop()");
            assertThat(client.outputs().get(0).content().toString()).contains("~ web");
        }
    }

    @Test
    void after_a_failed_cell_those_that_wait_are_aborted() throws Exception {
        try (var client = client()) {
            client.execute("Thread.sleep(300); nosuch");
            client.execute("System.out.println(\"never\");");
            client.execute("System.out.println(\"neither\");");
            var failed = client.reply();
            assertThat(failed.path("status").asText()).isEqualTo("error");
            assertThat(failed.path("ename").asText()).isEqualTo("DoesNotCompile");
            assertThat(failed.path("traceback").get(0).asText())
                    .startsWith("In [1]:1: cannot find symbol: variable nosuch");
            assertThat(client.reply().path("status").asText()).isEqualTo("aborted");
            assertThat(client.reply().path("status").asText()).isEqualTo("aborted");
            assertThat(client.run("1").path("status").asText()).isEqualTo("ok");
        }
    }

    @Test
    void a_cell_before_its_time_says_what_it_misses() throws Exception {
        try (var client = client()) {
            var early = client.run("twice(2)");
            assertThat(early.path("traceback").toString()).contains("Try: run the cell that declares twice first");
            client.run("int twice(int n) { return 2 * n; }");
            assertThat(client.run("twice(2)").path("status").asText()).isEqualTo("ok");
            assertThat(client.run("int twice(int n) { return n + n; }")
                            .path("status")
                            .asText())
                    .isEqualTo("ok");
        }
    }

    @Test
    void an_interrupt_is_never_lost() throws Exception {
        try (var client = client()) {
            client.run("int n = 0;");
            for (var millis = 0; millis < 200; millis += 20) {
                client.execute("for (int i = 0; ; i++) n = i;");
                Thread.sleep(millis);
                var began = System.nanoTime();
                client.control("interrupt_request");
                var reply = client.reply();
                assertThat(reply.path("ename").asText())
                        .as("after %d ms", millis)
                        .isEqualTo("Interrupted");
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
            }
            client.execute("new java.net.ServerSocket(0).accept();");
            Thread.sleep(300);
            client.control("interrupt_request");
            assertThat(client.reply().path("ename").asText()).isEqualTo("Interrupted");
            assertThat(client.run("n").path("status").asText()).isEqualTo("ok");
        }
    }

    @Test
    void printed_lines_come_while_the_cell_runs() throws Exception {
        try (var client = client()) {
            client.execute("System.out.print(\"first\"); Thread.sleep(60_000);");
            client.awaitPrinted("first");
            client.control("interrupt_request");
            assertThat(client.reply().path("status").asText()).isEqualTo("error");
        }
    }

    @Test
    void it_completes_tells_and_judges() throws Exception {
        try (var client = client()) {
            client.run("var web = container(\"web\").image(\"busybox\").run(\"sleep\", \"600\");");
            client.ask("complete_request", at("var 漢𝄞 = web.publi"));
            var completed = client.reply();
            assertThat(completed.path("matches"))
                    .extracting(match -> match.asText())
                    .contains("publish(", "publishAll()");
            assertThat(completed.path("cursor_start").asInt()).isEqualTo("var 漢. = web.".length());
            client.ask("complete_request", at("container(\"we"));
            assertThat(client.reply().path("matches").toString()).isEqualTo("[\"web\\\"\"]");
            client.ask("inspect_request", at("web.stop"));
            assertThat(client.reply().at("/data/text~1plain").asText()).startsWith("stop() Container\n    Stops it");
            client.ask("inspect_request", at("nothing.at.all"));
            assertThat(client.reply().path("found").asBoolean()).isFalse();
            client.ask("is_complete_request", Client.JSON.createObjectNode().put("code", "for (;;) {"));
            assertThat(client.reply().path("status").asText()).isEqualTo("incomplete");
            client.ask("is_complete_request", Client.JSON.createObjectNode().put("code", "1 + 1"));
            assertThat(client.reply().path("status").asText()).isEqualTo("complete");
            client.ask("history_request", Client.JSON.createObjectNode());
            assertThat(client.reply().path("history").isArray()).isTrue();
            client.ask("comm_info_request", Client.JSON.createObjectNode());
            assertThat(client.reply().path("comms").isObject()).isTrue();
            client.garbage();
            assertThat(client.run("1").path("status").asText()).isEqualTo("ok");
        }
    }

    @Test
    void a_cell_may_ask_its_reader() throws Exception {
        try (var client = client()) {
            client.execute("var in = new Scanner(System.in);\nSystem.out.print(\"Name? \");\nin.nextLine()");
            assertThat(client.question().path("prompt").asText()).isEmpty();
            client.answer("漢字");
            assertThat(client.reply().path("status").asText()).isEqualTo("ok");
            assertThat(client.outputs().toString()).contains("Name? ", "漢字");
            client.execute("in.nextLine()");
            client.question();
            client.control("interrupt_request");
            assertThat(client.reply().path("ename").asText()).isEqualTo("Interrupted");
            client.answer("too late");
            Thread.sleep(200);
            client.execute("new Scanner(System.in).nextInt()");
            client.question();
            client.answer("42");
            assertThat(client.reply().path("status").asText()).isEqualTo("ok");
            client.ask("execute_request", Client.JSON.createObjectNode().put("code", "System.in.read()"));
            assertThat(client.reply().path("traceback").toString()).contains("Nobody can be asked for input");
        }
    }

    @Test
    void progress_is_shown_in_one_place() throws Exception {
        try (var client = client()) {
            Files.writeString(folder.resolve("Dockerfile"), "FROM busybox\nRUN sleep 0.5\nRUN sleep 0.5\n");
            client.run("image(\"made\").build(\"" + folder + "\");");
            var bars = client.outputs().stream()
                    .filter(message -> message.content().path("transient").has("display_id"))
                    .toList();
            assertThat(bars).hasSizeGreaterThan(1);
            assertThat(bars.get(0).type()).isEqualTo("display_data");
            assertThat(bars.subList(1, bars.size())).allMatch(bar -> bar.type().equals("update_display_data"));
            assertThat(bars)
                    .extracting(bar -> bar.content().at("/transient/display_id").asText())
                    .containsOnly(
                            bars.get(0).content().at("/transient/display_id").asText());
            assertThat(bars.get(bars.size() - 1)
                            .content()
                            .at("/data/text~1plain")
                            .asText())
                    .endsWith(": done");
        }
    }

    @Test
    void a_port_that_is_taken_is_named() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var file = Files.writeString(
                    folder.resolve("connection.json"),
                    Client.connection(Collections.nCopies(5, taken.getLocalPort()))
                            .toString());
            var run = Run.process(folder, "", Map.of(), Run.command("kernel", "run", file.toString()));
            assertThat(run.err())
                    .isEqualTo(
                            "Cannot serve Jupyter at tcp://127.0.0.1:%d: the port is taken.\nTry: start the kernel again, from Jupyter.\n"
                                    .formatted(taken.getLocalPort()));
            assertThat(run.exitCode()).isEqualTo(5);
        }
    }

    @Test
    void it_ends_when_asked_to() throws Exception {
        try (var client = client()) {
            assertThat(client.control("shutdown_request").path("status").asText())
                    .isEqualTo("ok");
            assertThat(client.kernel.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(client.kernel.exitValue()).isZero();
        }
    }

    @Test
    void it_ends_when_its_parent_dies() throws Exception {
        var parent = new ProcessBuilder("sleep", "600").start();
        try (var client = new Client(folder, Map.of("JPY_PARENT_PID", "" + parent.pid()))) {
            client.execute("while (true) Thread.sleep(10);");
            parent.destroyForcibly();
            assertThat(client.kernel.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void jupyter_runs_the_notebooks() throws Exception {
        var nbconvert = Path.of("/usr/bin/jupyter-nbconvert");
        assumeTrue(Files.isExecutable(nbconvert), "there is no jupyter-nbconvert");
        var launcher = launcher();
        Installation.install(folder.resolve("jupyter"), launcher.toString());
        try (var notebooks = Files.list(root().resolve("notebooks"))) {
            for (var notebook : notebooks
                    .filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList()) {
                var run = Run.process(
                        folder,
                        "",
                        Map.of("JUPYTER_PATH", folder.resolve("jupyter").toString(), "DOCKER_HOST", "embedded"),
                        java.util.List.of(
                                nbconvert.toString(),
                                "--to",
                                "notebook",
                                "--execute",
                                "--output-dir",
                                folder.toString(),
                                notebook.toString()));
                assertThat(run.exitCode()).as(run.err()).isZero();
            }
        }
    }

    private Path launcher() throws Exception {
        var words = Run.command().stream().map(word -> "'" + word + "'").toList();
        var file = Files.writeString(
                folder.resolve("dockline"), "#!/bin/sh\nexec " + String.join(" ", words) + " \"$@\"\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private static Path root() {
        var here = Path.of("").toAbsolutePath();
        return here.endsWith("shell") ? here.getParent() : here;
    }
}
