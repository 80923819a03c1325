package dev.dockline.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The docker command against {@code dockline serve}: the book's lines give what they give on dockerd 28.
 *
 * <p>What that is stands in {@code docker-cli/book.txt}, each line followed by its output without ids, times, addresses
 * and free ports. {@code -Ddockline.record=unix:///…} writes it anew from the engine there.
 */
class DockerCliTest {
    private static final Path GOLDEN = Path.of("src/test/resources/docker-cli/book.txt");
    private static final String PROMPT = "$ ";

    @TempDir
    Path folder;

    @Test
    void the_books_lines_give_what_dockerd_gives() throws Exception {
        assumeTrue(run("", "docker --version").startsWith("Docker version"), "there is no docker command here");
        var golden = Files.readString(GOLDEN);
        var commands = golden.lines()
                .filter(line -> line.startsWith(PROMPT))
                .map(line -> line.substring(PROMPT.length()))
                .toList();
        Files.createDirectory(folder.resolve("src"));
        Files.copy(Path.of("../scripts/images/webapp/app.py"), folder.resolve("src/app.py"));
        Files.createFile(folder.resolve("history"));
        Files.writeString(folder.resolve("note"), "a note\n");
        var record = System.getProperty("dockline.record");
        if (record != null) {
            Files.writeString(GOLDEN, transcript(record, commands));
            return;
        }
        var url = "unix://" + folder.resolve("own/docker.sock");
        var serve = Run.start(
                folder, java.util.Map.of(), Run.command("serve", url), folder.resolve("out"), folder.resolve("err"));
        try {
            Awaitility.await().until(() -> Files.exists(folder.resolve("own/docker.sock")));
            assertThat(transcript(url, commands)).isEqualTo(golden);
        } finally {
            serve.destroy();
        }
        assertThat(serve.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("own")).isEmptyDirectory();
        assertThat(folder.resolve("out"))
                .hasContent("Dockline's embedded engine answers at " + url
                        + " until Ctrl-C; for another terminal:\n  export DOCKER_HOST=" + url + "\n");
        assertThat(folder.resolve("err")).isEmptyFile();
    }

    private String transcript(String url, List<String> commands) throws Exception {
        var transcript = new StringBuilder();
        for (var command : commands) {
            transcript.append(PROMPT).append(command).append('\n').append(normal(run(url, command)));
        }
        return transcript.toString();
    }

    private String run(String url, String command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", "-c", command + " 2>&1 </dev/null || echo \"[$?]\"")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("DOCKER_HOST", url);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private String normal(String output) {
        return output.replace(folder.toString(), "<folder>")
                .replaceAll("\\b[0-9a-f]{64}\\b|\\b[0-9a-f]{12}\\b", "<id>")
                .replaceAll("([0-9a-f]{2}:){5}[0-9a-f]{2}", "<mac>")
                // The embedded engine publishes on 127.0.0.1 alone.
                .replaceAll(", \\[::\\]:\\d+->[^, \n]+", "")
                .replaceAll("(?m)^(\\S+ -> )?\\[::\\]:\\d+\n", "")
                .replaceAll("\\d+\\.\\d+\\.\\d+\\.\\d+(/\\d+)?", "<ip>")
                .replaceAll("<ip>:3\\d{4}", "<ip>:<port>")
                .replaceAll("(\\d+|Less than a) seconds?", "<time>")
                // Clients before 28 say this with other words.
                .replaceAll("(?m)^(Run|See) 'docker run --help'.*\n", "")
                // The tools of the embedded images are busybox's in all of them.
                .replace("touch: cannot touch '/opt/webapp/new'", "touch: /opt/webapp/new")
                .replaceAll("tar: [Rr]emoving leading ['`]/' from member names\n", "")
                .replaceAll("(?m)^/?dbdata/", "/dbdata/")
                .replaceAll("(?s)PING db.*ping statistics ---\n", "")
                .replaceAll("(\\d) packets received", "$1 received")
                .replaceAll("0% packet loss.*\n(rtt|round-trip) .*\n", "0% packet loss\n");
    }
}
