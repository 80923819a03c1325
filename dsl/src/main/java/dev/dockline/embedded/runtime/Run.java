package dev.dockline.embedded.runtime;

import dev.dockline.embedded.io.Pipe;
import dev.dockline.embedded.model.Signals;
import dev.dockline.embedded.program.Executable;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.ProcessTable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;

/** One run of a container, from its start to its end: its processes, what they read and write, its open ports. */
final class Run {
    private static final long PATIENCE_MILLIS = 10_000;

    private final String name;
    private final ProcessTable table;
    private final Process.Start start;
    private final Output output;
    private final Pipe stdin;
    private final OpenPorts ports;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean paused;

    Run(String name, ProcessTable table, Process.Start start, Output output, Pipe stdin, OpenPorts ports) {
        this.name = name;
        this.table = table;
        this.start = start;
        this.output = output;
        this.stdin = stdin;
        this.ports = ports;
    }

    ProcessTable table() {
        return table;
    }

    Process.Start start() {
        return start;
    }

    /** Null unless the container keeps its standard input open. */
    Pipe stdin() {
        return stdin;
    }

    OpenPorts ports() {
        return ports;
    }

    /** Runs the program on another thread, and tells its exit code when all of it has ended. */
    void begin(Executor threads, Executable executable, IntConsumer onExit) {
        output.begin();
        var process = new Process(table, start.withArgv(executable.argv()));
        threads.execute(() -> {
            var code = table.run(() -> process.run(executable.program()));
            end(() -> onExit.accept(code));
        });
    }

    // What other processes a container has, end with its first one.
    private void end(Runnable onExit) {
        try {
            table.kill();
            table.awaitThreads(PATIENCE_MILLIS);
            ports.close();
            output.end();
            if (stdin != null) stdin.close();
            onExit.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        } finally {
            ended.complete(null);
        }
    }

    void signal(int number) {
        if (number == Signals.KILL) table.kill();
        else if (!paused) table.signal(number);
    }

    void pause(boolean on) {
        paused = on;
        table.pause(on);
    }

    boolean isPaused() {
        return paused;
    }

    /** Waits for the end, for a while; whether it came. */
    boolean await(Duration time) {
        return await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Waits for the end; whether it came in time. */
    boolean await(long seconds) {
        return await(seconds, TimeUnit.SECONDS);
    }

    private boolean await(long time, TimeUnit unit) {
        try {
            if (time < 0) ended.get();
            else ended.get(time, unit);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("waiting for the end of " + name, e);
        }
    }
}
