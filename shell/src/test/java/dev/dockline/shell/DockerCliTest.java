package dev.dockline.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The docker command against {@code dockline serve}: the book's lines give what they give on dockerd 28.
 *
 * <p>What that is stands in {@code docker-cli}, in a file for each of the clients, whose words differ: each line followed
 * by its output without ids, times, addresses and free ports. {@code -Ddockline.record=unix:///…} writes them anew from
 * the engine there.
 */
class DockerCliTest {
    private static final String PROMPT = "$ ";

    @TempDir
    Path folder;

    /** The folders of the search path that have a docker command: a machine may have several, of several versions. */
    static List<Path> clients() {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(Path::of)
                .filter(place -> Files.isExecutable(place.resolve("docker")))
                .map(DockerCliTest::real)
                .distinct()
                .toList();
    }

    private static Path real(Path place) {
        try {
            return place.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("clients")
    void the_books_lines_give_what_dockerd_gives(Path client) throws Exception {
        var version = run(client, "", "docker --version");
        System.out.print("The client in " + client + ": " + version);
        var golden = golden(version);
        var commands = Files.readString(golden)
                .lines()
                .filter(line -> line.startsWith(PROMPT))
                .map(line -> line.substring(PROMPT.length()))
                .toList();
        Files.createDirectory(folder.resolve("src"));
        Files.copy(Path.of("../scripts/images/webapp/app.py"), folder.resolve("src/app.py"));
        Files.createFile(folder.resolve("history"));
        Files.writeString(folder.resolve("note"), "a note\n");
        var record = System.getProperty("dockline.record");
        if (record != null) {
            Files.writeString(golden, transcript(client, record, commands));
            return;
        }
        var url = "unix://" + folder.resolve("own/docker.sock");
        var serve = Run.start(
                folder, java.util.Map.of(), Run.command("serve", url), folder.resolve("out"), folder.resolve("err"));
        try {
            Awaitility.await().until(() -> Files.exists(folder.resolve("own/docker.sock")));
            assertThat(transcript(client, url, commands)).isEqualTo(Files.readString(golden));
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

    private static Path golden(String version) {
        var old = version.startsWith("Docker version 20.");
        return Path.of("src/test/resources/docker-cli", old ? "book-docker20.txt" : "book-docker28.txt");
    }

    private String transcript(Path client, String url, List<String> commands) throws Exception {
        var transcript = new StringBuilder();
        for (var command : commands) {
            transcript.append(PROMPT).append(command).append('\n').append(normal(run(client, url, command)));
        }
        return transcript.toString();
    }

    private String run(Path client, String url, String command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", "-c", command + " 2>&1 </dev/null || echo \"[$?]\"")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("DOCKER_HOST", url);
        builder.environment().put("PATH", client + ":" + System.getenv("PATH"));
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    // In the order of their text: clients before 28 print a container's ports in any order.
    private static String sortedPorts(String output) {
        var ports = "(?:\\d+/tcp -> .*\n)+";
        return Pattern.compile(ports)
                .matcher(output)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group().lines().sorted().collect(Collectors.joining("\n")) + "\n"));
    }

    private String normal(String output) {
        return sortedPorts(output.replace(folder.toString(), "<folder>")
                .replaceAll("\\b[0-9a-f]{64}\\b|\\b[0-9a-f]{12}\\b", "<id>")
                .replaceAll("([0-9a-f]{2}:){5}[0-9a-f]{2}", "<mac>")
                // The embedded engine publishes on 127.0.0.1 alone.
                .replaceAll(", (\\[::\\]|::):\\d+->[^, \n]+", "")
                .replaceAll("(?m)^(\\S+ -> )?(\\[::\\]|::):\\d+\n", "")
                .replace("Bind for :::", "Bind for <ip>:")
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
                .replaceAll("0% packet loss.*\n(rtt|round-trip) .*\n", "0% packet loss\n")
                .replaceAll("(?m)^(docker: Error .*)\\.\n", "$1\n")
                .replaceAll("(?m)^time=.*\n", ""));
    }
}
