package dev.dockline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dockline.Docker;
import dev.dockline.error.EngineUnreachable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine whose state lies in a folder, from one process to the next. */
class StateFolderTest {
    @TempDir
    Path folder;

    private Docker connect() {
        return Docker.connect("embedded:" + folder);
    }

    @Test
    void what_was_there_is_there_again() throws IOException {
        String network;
        String image;
        try (var docker = connect()) {
            docker.network("lab").create();
            network = docker.network("bridge").inspect().path("Id").asText();
            docker.container("dbdata")
                    .image("training/postgres")
                    .volume("/dbdata")
                    .volume("named", "/named")
                    .create();
            docker.container("db").image("busybox").volumesFrom("dbdata").call("sh", "-c", """
                    echo row > /dbdata/rows; chown 7:8 /dbdata/rows; chmod 4750 /dbdata/rows; ln -s rows /dbdata/link""");
            docker.image("busybox").tag("mine:1");
            image = docker.image("mine:1").inspect().path("Id").asText();
            docker.container("web")
                    .image("busybox")
                    .network("lab")
                    .alias("www")
                    .env("A", "1")
                    .run("sh", "-c", "echo said; sleep 1000");
            await().until(() -> docker.container("web").logs().equals("said\n"));
            docker.container("web").rename("site");
        }
        try (var docker = connect()) {
            assertThat(docker.network("bridge").inspect().path("Id").asText()).isEqualTo(network);
            assertThat(docker.image("mine:1").inspect().path("Id").asText()).isEqualTo(image);
            var web = docker.container("site");
            assertThat(web.state().status()).isEqualTo("exited");
            assertThat(web.state().exitCode()).isEqualTo(137);
            assertThat(web.logs()).isEqualTo("said\n");
            assertThat(web.inspect("/Config/Env")).contains("A=1");
            assertThat(web.inspect("/NetworkSettings/Networks/lab/Aliases")).contains("www");
            web.start();
            assertThat(web.state().status()).isEqualTo("running");
            assertThat(docker.volume("named").exists()).isTrue();
            var listed = docker.container()
                    .image("busybox")
                    .volumesFrom("dbdata")
                    .call("sh", "-c", "cat /dbdata/link; ls -ln /dbdata/rows")
                    .out();
            assertThat(listed).startsWith("row\n-rwsr-x---").contains(" 7 ").contains(" 8 ");
        }
    }

    @Test
    void one_process_has_it_at_a_time() {
        try (var docker = connect()) {
            assertThat(docker.containers()).isEmpty();
            assertThatThrownBy(this::connect)
                    .isInstanceOf(EngineUnreachable.class)
                    .hasMessage("Cannot open the embedded engine \"embedded:" + folder + "\" (named): " + folder
                            + " is in use by process " + ProcessHandle.current().pid() + ".\n"
                            + "Try: another folder, or --engine embedded for one that keeps nothing");
        }
        connect().close();
    }

    @Test
    void a_killed_process_loses_nothing_it_has_acknowledged() throws Exception {
        for (int round = 0; round < 3; round++) {
            var acknowledged = untilKilled(40 + 25 * round);
            try (var docker = connect()) {
                for (var line : acknowledged) {
                    var words = line.split(" ");
                    switch (words[0]) {
                        case "made" ->
                            assertThat(docker.containers().named(words[1]))
                                    .as(line)
                                    .hasSize(1);
                        case "wrote" ->
                            assertThat(docker.volume(words[1]).files()).as(line).hasSize(1);
                        default ->
                            assertThat(docker.containers().named(words[1]))
                                    .as(line)
                                    .isEmpty();
                    }
                }
                docker.containers().remove(dev.dockline.Dockline.FORCE);
                docker.volumes().remove();
            }
        }
    }

    // What a process says it did before it was killed in the middle of something.
    private List<String> untilKilled(int lines) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        StateWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new ArrayList<String>();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line; said.size() < lines && (line = out.readLine()) != null; ) {
                said.add(line);
            }
            // Not the process itself: that would close what it has said as well.
            process.toHandle().destroyForcibly();
            process.waitFor();
            for (String line; (line = out.readLine()) != null; ) {
                said.add(line);
            }
        }
        // What it went on to do after it was last heard of is not known.
        var removed = said.stream()
                .filter(line -> line.startsWith("removing "))
                .map(line -> line.substring(9))
                .toList();
        var known = said.stream()
                .filter(line -> !line.startsWith("removing "))
                .filter(line -> line.startsWith("removed ") || !removed.contains(line.split(" ")[1]))
                .toList();
        assertThat(known).hasSizeGreaterThan(lines / 2);
        return known;
    }

    @Test
    void nothing_is_left_of_what_was_half_done() throws IOException {
        try (var docker = connect()) {
            docker.container("web").image("busybox").create();
        }
        Files.createDirectories(folder.resolve("containers/halfmade/root"));
        Files.createDirectories(folder.resolve("volumes/halfmade/_data"));
        Files.createDirectories(folder.resolve("trash/removed"));
        try (var docker = connect()) {
            assertThat(docker.containers()).hasSize(1);
            assertThat(docker.volumes()).isEmpty();
        }
        assertThat(folder.resolve("containers/halfmade")).doesNotExist();
        assertThat(folder.resolve("volumes/halfmade")).doesNotExist();
        assertThat(folder.resolve("trash/removed")).doesNotExist();
    }
}
