package dev.dockline.contract;

import dev.dockline.Docker;
import dev.dockline.engine.Discovery;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** An engine that the contract is held against, connected to once for the whole run. */
record EngineUnderTest(String url) {
    static final EngineUnderTest EMBEDDED = new EngineUnderTest("embedded");
    static final EngineUnderTest NONE = new EngineUnderTest("no real engine");

    private static final Map<String, Docker> CONNECTIONS = new ConcurrentHashMap<>();

    static Stream<EngineUnderTest> all() {
        var real = named().isEmpty() ? found() : named();
        return Stream.concat(Stream.of(EMBEDDED), real.isEmpty() ? Stream.of(NONE) : real.stream());
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
        return this.equals(EMBEDDED);
    }

    Docker connection() {
        return CONNECTIONS.computeIfAbsent(url, Docker::connect);
    }

    @Override
    public String toString() {
        return url;
    }
}
