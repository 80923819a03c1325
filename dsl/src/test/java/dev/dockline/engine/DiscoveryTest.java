package dev.dockline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockline.error.EngineUnreachable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {
    @TempDir
    Path folder;

    private Path home;
    private Path root;

    @BeforeEach
    void folders() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        root = Files.createDirectory(folder.resolve("root"));
    }

    private EngineAddress find(Map<String, String> environment) {
        return new Discovery(environment, home, root).find();
    }

    private void touch(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }

    private void context(String name, String host) throws IOException {
        Files.createDirectories(home.resolve(".docker"));
        Files.writeString(home.resolve(".docker/config.json"), "{\"currentContext\":\"" + name + "\"}");
        var meta = home.resolve(".docker/contexts/meta/" + sha256(name) + "/meta.json");
        Files.createDirectories(meta.getParent());
        Files.writeString(meta, "{\"Name\":\"" + name + "\",\"Endpoints\":{\"docker\":{\"Host\":\"" + host + "\"}}}");
    }

    private static String sha256(String text) {
        try {
            var digest = java.security.MessageDigest.getInstance("SHA-256").digest(text.getBytes());
            return java.util.HexFormat.of().formatHex(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void without_anything_it_is_the_embedded_engine() {
        assertThat(find(Map.of())).isEqualTo(new EngineAddress("embedded", "no engine is installed here"));
    }

    @Test
    void the_variable_goes_before_the_context_and_the_context_before_the_socket() throws IOException {
        touch(root.resolve("var/run/docker.sock"));
        assertThat(find(Map.of()).url()).isEqualTo("unix://" + root.resolve("var/run/docker.sock"));
        context("lab", "unix:///lab.sock");
        assertThat(find(Map.of())).isEqualTo(new EngineAddress("unix:///lab.sock", "docker context \"lab\""));
        assertThat(find(Map.of("DOCKER_HOST", "tcp://box:2375")))
                .isEqualTo(new EngineAddress("tcp://box:2375", "DOCKER_HOST"));
    }

    @Test
    void the_default_context_means_the_socket() throws IOException {
        context("default", "unix:///never");
        touch(root.resolve("run/podman/podman.sock"));
        assertThat(find(Map.of()).url()).isEqualTo("unix://" + root.resolve("run/podman/podman.sock"));
    }

    @Test
    void sockets_of_a_user_are_found() throws IOException {
        touch(folder.resolve("run/podman/podman.sock"));
        assertThat(find(Map.of("XDG_RUNTIME_DIR", folder.resolve("run").toString()))
                        .url())
                .isEqualTo("unix://" + folder.resolve("run/podman/podman.sock"));
        touch(home.resolve(".colima/default/docker.sock"));
        assertThat(find(Map.of()).url()).isEqualTo("unix://" + home.resolve(".colima/default/docker.sock"));
    }

    @Test
    void a_context_that_is_not_there_is_an_error_and_no_reason_to_look_further() {
        assertThatThrownBy(() -> find(Map.of("DOCKER_CONTEXT", "gone")))
                .isInstanceOf(EngineUnreachable.class)
                .hasMessage("Cannot use docker context \"gone\": there is no such context.\n"
                        + "Try: docker context ls, then docker context use NAME; or name the engine with --engine URL");
    }
}
