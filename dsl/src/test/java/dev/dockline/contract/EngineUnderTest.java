package dev.dockline.contract;

import dev.dockline.Docker;
import dev.dockline.embedded.EmbeddedEngine;
import dev.dockline.engine.Discovery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** An engine that the contract is held against, connected to once for the whole run. */
record EngineUnderTest(String url) {
    static final EngineUnderTest EMBEDDED = new EngineUnderTest("embedded");
    static final EngineUnderTest SERVED = new EngineUnderTest("embedded over a socket");
    static final EngineUnderTest NONE = new EngineUnderTest("no real engine");

    private static volatile String servedAt = "";
    private static final Map<String, Docker> CONNECTIONS = new ConcurrentHashMap<>();

    static Stream<EngineUnderTest> all() {
        var real = named().isEmpty() ? found() : named();
        // A run beside another one has real engines alone.
        var embedded = "no".equals(System.getenv("DOCKLINE_TEST_EMBEDDED"))
                ? Stream.<EngineUnderTest>empty()
                : Stream.of(EMBEDDED, SERVED);
        return Stream.concat(embedded, real.isEmpty() ? Stream.of(NONE) : real.stream());
    }

    private static List<EngineUnderTest> named() {
        var list = System.getenv().getOrDefault("DOCKLINE_TEST_ENGINES", "");
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .map(EngineUnderTest::new)
                .toList();
    }

    private static List<EngineUnderTest> found() {
        var address = new Discovery().find();
        return address.isEmbedded() ? List.of() : List.of(new EngineUnderTest(address.url()));
    }

    boolean isEmbedded() {
        return this.equals(EMBEDDED) || this.equals(SERVED);
    }

    Docker connection() {
        return CONNECTIONS.computeIfAbsent(url, url -> Docker.connect(this.equals(SERVED) ? served() : url));
    }

    /** Where it answers on a socket. */
    String socket() {
        connection();
        return this.equals(SERVED) ? servedAt : url;
    }

    private static String served() {
        try {
            var socket = Files.createTempDirectory("dockline").resolve("docker.sock");
            socket.toFile().deleteOnExit();
            socket.getParent().toFile().deleteOnExit();
            EmbeddedEngine.start().serve(socket);
            servedAt = "unix://" + socket;
            return servedAt;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return url;
    }
}
