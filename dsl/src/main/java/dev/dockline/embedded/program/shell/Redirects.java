package dev.dockline.embedded.program.shell;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.Paths;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Streams;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The streams of one command after its redirections, and what has to be closed after it. */
final class Redirects implements AutoCloseable {
    private final List<Closeable> opened = new ArrayList<>();
    private Streams streams;

    private Redirects(Streams streams) {
        this.streams = streams;
    }

    /** A file that could not be opened. */
    static final class Failed extends IOException {
        private static final long serialVersionUID = 1L;

        Failed(String message) {
            super(message);
        }
    }

    static Redirects open(
            Process process, State state, Expander expander, List<Node.Redirect> redirects, Streams streams)
            throws IOException, InterruptedException {
        var all = new Redirects(streams);
        try {
            for (var redirect : redirects) all.apply(process, state, redirect, expander.text(redirect.target()));
            return all;
        } catch (IOException | InterruptedException e) {
            all.close();
            throw e;
        }
    }

    Streams streams() {
        return streams;
    }

    private void apply(Process process, State state, Node.Redirect redirect, String target) throws IOException {
        var operator = redirect.operator();
        if (operator.startsWith("<<")) {
            streams = streams.withIn(new ByteArrayInputStream(target.getBytes(StandardCharsets.UTF_8)));
            return;
        }
        if (operator.endsWith("&")) {
            duplicate(redirect.descriptor(), target);
            return;
        }
        var path = Paths.absolute(state.cwd, target);
        try {
            if (operator.equals("<")) input(redirect.descriptor(), path, process);
            else output(redirect.descriptor(), path, operator.equals(">>"), process);
        } catch (FileError e) {
            var verb = operator.equals("<") ? "open" : "create";
            throw new Failed("can't " + verb + " " + target + ": " + words(e, operator));
        }
    }

    // The shell says of a missing folder that it is nonexistent, as busybox and dash do.
    private static String words(FileError e, String operator) {
        var missing = e.errno() == dev.dockline.embedded.fs.Errno.ENOENT;
        if (!missing) return e.getMessage();
        return operator.equals("<") ? "no such file" : "nonexistent directory";
    }

    private void input(int descriptor, String path, Process process) throws IOException {
        if (descriptor != 0) throw new Failed(descriptor + ": Bad file descriptor");
        if (path.equals("/dev/stdin")) return;
        var in = process.files().read(path);
        opened.add(in);
        streams = streams.withIn(in);
    }

    private void output(int descriptor, String path, boolean append, Process process) throws IOException {
        switch (path) {
            case "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1" -> set(descriptor, streams.out());
            case "/dev/stderr", "/dev/fd/2", "/proc/self/fd/2" -> set(descriptor, streams.err());
            default -> {
                var file = process.guard(process.files().write(path, append));
                opened.add(file);
                set(descriptor, file);
            }
        }
    }

    private void duplicate(int descriptor, String target) throws IOException {
        switch (target) {
            case "1" -> set(descriptor, streams.out());
            case "2" -> set(descriptor, streams.err());
            case "-" -> set(descriptor, OutputStream.nullOutputStream());
            default -> throw new Failed(target + ": Bad file descriptor");
        }
    }

    private void set(int descriptor, OutputStream out) throws Failed {
        switch (descriptor) {
            case 1 -> streams = streams.withOut(out);
            case 2 -> streams = streams.withErr(out);
            default -> throw new Failed(descriptor + ": Bad file descriptor");
        }
    }

    @Override
    public void close() throws IOException {
        for (var one : opened) one.close();
    }
}
