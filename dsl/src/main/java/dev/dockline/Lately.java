package dev.dockline;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The containers that verbs acted on a moment ago: lists of Docker 26, 28 and Podman 5 still tell how they were. */
final class Lately {
    private static final long LAG = Duration.ofMillis(500).toNanos();

    private final Map<String, Long> acted = new ConcurrentHashMap<>();

    void add(String nameOrId) {
        acted.put(nameOrId, System.nanoTime());
    }

    boolean isEmpty() {
        return all().isEmpty();
    }

    /** Their names and ids. */
    Set<String> all() {
        long now = System.nanoTime();
        acted.values().removeIf(then -> now - then > LAG);
        return Set.copyOf(acted.keySet());
    }
}
