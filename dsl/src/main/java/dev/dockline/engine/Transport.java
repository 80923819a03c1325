package dev.dockline.engine;

import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.dockline.embedded.EmbeddedEngine;
import dev.dockline.error.EngineUnreachable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.time.Duration;

/** The way to an engine: a socket, or the one inside this process. */
record Transport(String host, DockerHttpClient http, AutoCloseable below) implements AutoCloseable {
    // docker-java wants a host even where its requests go to an engine in this process.
    private static final String NO_HOST = "unix:///dev/null";

    static Transport to(EngineAddress address) {
        if (address.isEmbedded()) {
            var engine = embedded(address);
            return new Transport(NO_HOST, engine.client(), engine);
        }
        return overSocket(address);
    }

    private static EmbeddedEngine embedded(EngineAddress address) {
        try {
            var folder = address.folder();
            return folder.isEmpty() ? EmbeddedEngine.start() : EmbeddedEngine.at(folder.get());
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            throw new EngineUnreachable(
                    "Cannot open the embedded engine \"" + address.url() + "\" (" + address.why() + ")",
                    String.valueOf(e.getMessage()),
                    "another folder, or --engine embedded for one that keeps nothing",
                    e);
        }
    }

    /** The way to an engine in this process that is somebody else's to close. */
    static Transport to(EmbeddedEngine engine) {
        return new Transport(NO_HOST, engine.client(), () -> {});
    }

    private static Transport overSocket(EngineAddress address) {
        if (!address.url().matches("(unix|tcp|npipe)://.+")) {
            throw new EngineUnreachable(
                    "Cannot use engine \"" + address.url() + "\" (" + address.why() + ")",
                    "it is no address of an engine",
                    "--engine unix:///var/run/docker.sock, or tcp://host:2375, or embedded",
                    null);
        }
        var http = new ZerodepDockerHttpClient.Builder()
                .dockerHost(URI.create(address.url()))
                .sslConfig(address.url().startsWith("tcp:") ? config(address).getSSLConfig() : new NoTls())
                .maxConnections(100)
                .connectionTimeout(Duration.ofSeconds(10))
                .build();
        return new Transport(address.url(), http, () -> {});
    }

    // Reads DOCKER_TLS_VERIFY and DOCKER_CERT_PATH as the CLI does.
    private static DockerClientConfig config(EngineAddress address) {
        return DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(address.url())
                .build();
    }

    @Override
    public void close() {
        try (below;
                http) {
            // Closed in this order: the client, then what it stands on.
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("The engine did not close", e);
        }
    }
}
