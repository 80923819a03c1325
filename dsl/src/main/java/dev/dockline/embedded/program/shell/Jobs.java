package dev.dockline.embedded.program.shell;

import dev.dockline.embedded.program.Process;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** What a shell runs in the background. */
final class Jobs {
    private static final int UNKNOWN = 127;

    private final Map<Integer, CompletableFuture<Integer>> running = new LinkedHashMap<>();
    private String latest = "";

    /** The number of the latest one; empty where there is none. */
    String latest() {
        return latest;
    }

    /** Runs something as a process of its own, on a thread of its own. */
    void start(Process process, Supplier<Integer> work) {
        var code = new CompletableFuture<Integer>();
        running.put(process.pid(), code);
        latest = Integer.toString(process.pid());
        process.table().start(() -> code.complete(work.get()));
    }

    /** Waits for the end of one, and returns its exit code; it is known no more then. */
    int await(int pid) throws InterruptedException {
        var code = running.get(pid);
        if (code == null) return UNKNOWN;
        try {
            return code.get();
        } catch (ExecutionException e) {
            return Process.KILLED;
        } finally {
            running.remove(pid);
        }
    }

    /** Waits for all of them. */
    void awaitAll() throws InterruptedException {
        for (var pid : running.keySet().toArray(Integer[]::new)) await(pid);
    }
}
