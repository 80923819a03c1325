package dev.dockline.embedded.runtime;

import dev.dockline.embedded.model.Container;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Those who wait for a container to end or to go. Guarded by the model's lock. */
final class Waits {
    private final Map<String, List<CompletableFuture<Integer>>> exits = new HashMap<>();
    private final Map<String, List<CompletableFuture<Integer>>> removals = new HashMap<>();

    CompletableFuture<Integer> nextExit(Container container) {
        return add(exits, container);
    }

    CompletableFuture<Integer> removal(Container container) {
        return add(removals, container);
    }

    private static CompletableFuture<Integer> add(
            Map<String, List<CompletableFuture<Integer>>> waits, Container container) {
        var future = new CompletableFuture<Integer>();
        waits.computeIfAbsent(container.id(), id -> new ArrayList<>()).add(future);
        return future;
    }

    void exited(Container container) {
        complete(exits, container);
    }

    void removed(Container container) {
        complete(exits, container);
        complete(removals, container);
    }

    private static void complete(Map<String, List<CompletableFuture<Integer>>> waits, Container container) {
        var waiting = waits.remove(container.id());
        if (waiting == null) return;
        waiting.forEach(future -> future.complete(container.state().exitCode()));
    }
}
