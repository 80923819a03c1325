package dev.dockline.engine;

import dev.dockline.error.EngineUnreachable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the engine that a user means: DOCKER_HOST, the current docker context, the usual sockets, else the embedded one.
 *
 * <p>What is found is not tried here. A socket that exists and refuses is an error when it is opened, never a reason to
 * look further: work meant for a real engine must not land somewhere else.
 */
public final class Discovery {
    private final Map<String, String> environment;
    private final Path home;
    private final Path root;

    /** Looks in this process's environment, home and file system. */
    public Discovery() {
        this(System.getenv(), Path.of(System.getProperty("user.home")), Path.of("/"));
    }

    Discovery(Map<String, String> environment, Path home, Path root) {
        this.environment = environment;
        this.home = home;
        this.root = root;
    }

    /**
     * The first address that is there.
     *
     * @throws EngineUnreachable if the docker context that is named is not there
     */
    public EngineAddress find() {
        return fromEnvironment().or(this::fromContext).or(this::fromSockets).orElse(EngineAddress.STAND_IN);
    }

    private Optional<EngineAddress> fromEnvironment() {
        return variable("DOCKER_HOST").map(host -> new EngineAddress(host, "DOCKER_HOST"));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private Optional<EngineAddress> fromContext() {
        return variable("DOCKER_CONTEXT")
                .or(this::configuredContext)
                .filter(name -> !name.equals("default"))
                .map(this::context);
    }

    private Optional<String> configuredContext() {
        var config = configFolder().resolve("config.json");
        return Files.exists(config)
                ? Optional.ofNullable(text(config, "/currentContext")).filter(name -> !name.isEmpty())
                : Optional.empty();
    }

    private EngineAddress context(String name) {
        // The docker CLI keeps a context under the hash of its name.
        var meta = configFolder().resolve("contexts/meta").resolve(sha256(name)).resolve("meta.json");
        if (!Files.exists(meta)) {
            throw unusable(name, "there is no such context", null);
        }
        var host = text(meta, "/Endpoints/docker/Host");
        if (host.isEmpty()) {
            throw unusable(name, "it names no host", null);
        }
        return new EngineAddress(host, "docker context \"" + name + "\"");
    }

    private Path configFolder() {
        return variable("DOCKER_CONFIG").map(Path::of).orElse(home.resolve(".docker"));
    }

    private Optional<EngineAddress> fromSockets() {
        return sockets()
                .filter(Files::exists)
                .findFirst()
                .map(socket -> new EngineAddress("unix://" + socket, "its socket is there"));
    }

    private Stream<Path> sockets() {
        var runtime = variable("XDG_RUNTIME_DIR").map(Path::of).stream().toList();
        return Stream.of(
                        Stream.of(root.resolve("var/run/docker.sock")),
                        Stream.of(
                                        ".docker/run/docker.sock",
                                        ".docker/desktop/docker.sock",
                                        ".colima/default/docker.sock")
                                .map(home::resolve),
                        runtime.stream().map(folder -> folder.resolve("docker.sock")),
                        Stream.of(root.resolve("run/podman/podman.sock")),
                        runtime.stream().map(folder -> folder.resolve("podman/podman.sock")))
                .flatMap(paths -> paths);
    }

    private static String text(Path file, String pointer) {
        try {
            return Json.MAPPER.readTree(file.toFile()).at(pointer).asText();
        } catch (IOException e) {
            throw unusable(file.toString(), "it cannot be read: " + e.getMessage(), e);
        }
    }

    private static EngineUnreachable unusable(String context, String why, Throwable cause) {
        return new EngineUnreachable(
                "Cannot use docker context \"" + context + "\"",
                why,
                "docker context ls, then docker context use NAME; or name the engine with --engine URL",
                cause);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
