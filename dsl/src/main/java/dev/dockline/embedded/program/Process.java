package dev.dockline.embedded.program;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.FileView;
import dev.dockline.embedded.fs.Paths;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One running program: its words, environment, folder, streams, files and network. */
public final class Process {
    public static final int KILLED = 137;
    public static final int INTERRUPTED = 130;
    private static final int BROKEN_PIPE = 141;
    private static final int SIGNALLED = 128;
    private static final int INT = 2;
    private static final int KILL = 9;
    private static final int FIRST = 1;
    private static final int BLOCK = 64 * 1024;

    /** What a process is started with. */
    public record Start(
            List<String> argv,
            Map<String, String> env,
            String cwd,
            Streams streams,
            FileView files,
            Network network,
            Window window) {

        /** Whether it has a terminal; else its window is null. */
        public boolean tty() {
            return window != null;
        }

        public Start withArgv(List<String> other) {
            return new Start(other, env, cwd, streams, files, network, window);
        }

        public Start withEnv(Map<String, String> other) {
            return new Start(argv, other, cwd, streams, files, network, window);
        }

        public Start withCwd(String other) {
            return new Start(argv, env, other, streams, files, network, window);
        }

        public Start withStreams(Streams other) {
            return new Start(argv, env, cwd, other, files, network, window);
        }
    }

    private final ProcessTable table;
    private final Start start;
    private final Streams streams;
    private final Instant started = Instant.now();
    private final Map<Integer, Runnable> handlers;
    private final int pid;
    private volatile Thread thread;
    private volatile int endedBy;

    /** A process in a table, numbered; {@link #run} runs it and takes it out again. */
    public Process(ProcessTable table, Start start) {
        this.table = table;
        this.start = start;
        this.streams = guarded(start.streams());
        this.handlers = new ConcurrentHashMap<>();
        this.pid = table.add(this);
    }

    private Process(Process same, Start start) {
        this.table = same.table;
        this.start = start;
        this.streams = guarded(start.streams());
        this.handlers = same.handlers;
        this.pid = same.pid;
    }

    private Streams guarded(Streams raw) {
        return new Streams(raw.in(), guard(raw.out()), guard(raw.err()));
    }

    /** Output that obeys pause and kill. */
    public OutputStream guard(OutputStream out) {
        return out instanceof Guard ? out : new Guard(out, table);
    }

    public ProcessTable table() {
        return table;
    }

    public int pid() {
        return pid;
    }

    public Start start() {
        return start;
    }

    public Instant started() {
        return started;
    }

    public String name() {
        return Paths.name(start.argv().get(0));
    }

    /** The words after the program's own name. */
    public List<String> args() {
        return start.argv().subList(1, start.argv().size());
    }

    public Map<String, String> env() {
        return start.env();
    }

    public String cwd() {
        return start.cwd();
    }

    public FileView files() {
        return start.files();
    }

    public Network network() {
        return start.network();
    }

    public InputStream in() {
        return streams.in();
    }

    public OutputStream out() {
        return streams.out();
    }

    public OutputStream err() {
        return streams.err();
    }

    public Streams streams() {
        return streams;
    }

    /** An absolute path for one as the user typed it. */
    public String path(String typed) {
        return Paths.absolute(start.cwd(), typed);
    }

    public void print(String text) throws IOException {
        out().write(text.getBytes(StandardCharsets.UTF_8));
    }

    public void println(String line) throws IOException {
        print(line + "\n");
    }

    /** A complaint on standard error, after the program's name. */
    public void complain(String message) throws IOException {
        err().write((name() + ": " + message + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** A complaint, and the exit code 1. */
    public int fail(String message) throws IOException {
        complain(message);
        return 1;
    }

    /** Fails if the process was killed or interrupted; loops that neither read nor write call it. */
    public void checkpoint() throws InterruptedIOException {
        table.checkpoint();
        if (endedBy != 0 || Thread.currentThread().isInterrupted()) throw new InterruptedIOException("interrupted");
    }

    public long copy(InputStream from, OutputStream to) throws IOException {
        var buffer = new byte[BLOCK];
        var total = 0L;
        for (var count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            checkpoint();
            to.write(buffer, 0, count);
            total += count;
        }
        return total;
    }

    /** What the process does on a signal instead of ignoring it; null is nothing of its own again. */
    public void onSignal(int number, Runnable handler) {
        if (handler == null) handlers.remove(number);
        else handlers.put(number, handler);
    }

    /** Whether it does something of its own on an interrupt. */
    boolean minds() {
        return handlers.containsKey(INT);
    }

    void interrupt() {
        if (minds()) {
            signal(INT);
        } else {
            end(INT);
        }
    }

    // As the kernel has it: the first process of a container dies of no signal that it does not mind.
    private void end(int number) {
        if (pid == FIRST) return;
        endedBy = number;
        var running = thread;
        if (running != null) running.interrupt();
    }

    /** A signal of another process: what this one does on it, or else its end. */
    public void kill(int number) {
        if (number != KILL && handlers.containsKey(number)) signal(number);
        else end(number);
    }

    /** Whether Ctrl-C has ended it. */
    public boolean isInterrupted() {
        return endedBy == INT;
    }

    void signal(int number) {
        var handler = handlers.get(number);
        if (handler != null) handler.run();
    }

    /** Another program in this process's place, as exec does it. */
    public int become(Start other, Program program) {
        return new Process(this, other).perform(program);
    }

    /** Runs a program to its end and takes the process out of the table; never throws. */
    public int run(Program program) {
        thread = Thread.currentThread();
        if (start.tty()) start.window.enter(this);
        try {
            return perform(program);
        } finally {
            if (start.tty()) start.window.leave(this);
            // What was meant for it must not reach who goes on with this thread.
            if (endedBy != 0 && !table.isKilled()) Thread.interrupted();
            table.remove(pid);
        }
    }

    private int perform(Program program) {
        try {
            return attempt(program);
        } catch (IOException e) {
            // Its standard error is closed too: the exit code is all that is left to tell.
            return table.isKilled() ? KILLED : 1;
        }
    }

    private int ended() {
        return endedBy == 0 || table.isKilled() ? KILLED : SIGNALLED + endedBy;
    }

    private int attempt(Program program) throws IOException {
        try {
            var code = program.run(this);
            return endedBy == 0 && !table.isKilled() ? code : ended();
        } catch (ExitException e) {
            if (e.getMessage() != null) complain(e.getMessage());
            return e.code();
        } catch (InterruptedException | InterruptedIOException e) {
            return ended();
        } catch (FileError e) {
            return fail(e.path() + ": " + e.getMessage());
        } catch (OutOfMemoryError e) {
            // What it kept is let go with its stack, so that the engine and the others go on.
            return fail(Memory.exhausted().getMessage());
        } catch (IOException e) {
            if (table.isKilled()) return KILLED;
            if ("Broken pipe".equals(e.getMessage())) return BROKEN_PIPE;
            return fail(String.valueOf(e.getMessage()));
        }
    }
}
