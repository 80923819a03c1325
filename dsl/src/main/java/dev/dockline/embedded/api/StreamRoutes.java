package dev.dockline.embedded.api;

import dev.dockline.embedded.io.Pipe;
import dev.dockline.embedded.io.Threads;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.model.Model;
import dev.dockline.embedded.model.Refused;
import dev.dockline.embedded.program.Window;
import dev.dockline.embedded.runtime.Daemon;
import dev.dockline.embedded.runtime.Frames;
import dev.dockline.embedded.runtime.LogEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** What containers write: logs and attach. */
final class StreamRoutes {
    private static final int SWITCHING_PROTOCOLS_AS_OK = 200;

    private final Daemon daemon;
    private final Model model;

    private StreamRoutes(Daemon daemon) {
        this.daemon = daemon;
        this.model = daemon.model();
    }

    static void add(Router router, Daemon daemon) {
        var routes = new StreamRoutes(daemon);
        router.route("GET", "/containers/*/logs", routes::logs)
                .route("POST", "/containers/*/attach", routes::attach)
                .route("POST", "/containers/*/resize", routes::resize);
    }

    static String type(boolean tty) {
        return tty ? Reply.RAW : Reply.MULTIPLEXED;
    }

    private Container get(Call call) {
        return model.locked(() -> model.containers().get(call.segment(0)));
    }

    private Reply resize(Call call) {
        var container = get(call);
        resize(model.locked(() -> daemon.window(container)), call);
        return Reply.empty();
    }

    static void resize(Window window, Call call) {
        if (window != null && call.number("h") != null && call.number("w") != null)
            window.resize(call.number("h"), call.number("w"));
    }

    /** Which lines are wanted, and how they are written. */
    private record Selection(boolean out, boolean err, boolean timestamps, boolean tty, Instant since, Instant until) {
        boolean wants(LogEntry entry) {
            return (entry.stream() == 1 ? out : err)
                    && !entry.time().isBefore(since)
                    && !entry.time().isAfter(until);
        }

        void write(List<LogEntry> entries, OutputStream out) throws IOException {
            for (var entry : entries) {
                if (!wants(entry)) continue;
                var line = timestamps ? stamped(entry) : entry.line();
                out.write(tty ? line : Frames.frame(entry.stream(), line));
            }
        }

        private static byte[] stamped(LogEntry entry) {
            var stamp = (Json.time(entry.time()) + " ").getBytes(StandardCharsets.UTF_8);
            var line = java.util.Arrays.copyOf(stamp, stamp.length + entry.line().length);
            System.arraycopy(entry.line(), 0, line, stamp.length, entry.line().length);
            return line;
        }
    }

    private Reply logs(Call call) {
        if (!call.flag("stdout") && !call.flag("stderr"))
            throw Refused.badRequest("Bad parameters: you must choose at least one stream");
        var container = get(call);
        var tty = container.spec().tty();
        var selection = new Selection(
                call.flag("stdout"),
                call.flag("stderr"),
                call.flag("timestamps"),
                tty,
                Times.parse(call.text("since"), Instant.MIN),
                Times.parse(call.text("until"), Instant.MAX));
        var output = daemon.output(container);
        var lines = output.lines();
        var seen = output.count();
        var follow = call.flag("follow") && model.locked(() -> container.state().running());
        return Reply.stream(type(tty), out -> {
            // The tail is counted over both streams, before either is left out: as Docker does it.
            selection.write(tail(lines, call.text("tail")), out);
            var next = seen;
            while (follow) {
                var more = output.await(next);
                if (more.isEmpty()) break;
                selection.write(more, out);
                next += more.size();
            }
        });
    }

    private static List<LogEntry> tail(List<LogEntry> lines, String text) {
        if (!text.matches("[0-9]+")) return lines;
        var count = Long.parseLong(text);
        return count >= lines.size() ? lines : lines.subList(lines.size() - (int) count, lines.size());
    }

    private Reply attach(Call call) {
        var container = get(call);
        var pipe = new Pipe();
        var output = daemon.output(container);
        var tty = container.spec().tty();
        var selection = new Selection(call.flag("stdout"), call.flag("stderr"), false, tty, Instant.MIN, Instant.MAX);
        var past = call.flag("logs") ? output.lines() : List.<LogEntry>of();
        if (call.flag("stream")) {
            if (call.flag("stdin") && call.input() != null) forward(container, call.input());
            if (past.isEmpty()) {
                output.attach(pipe, selection.out(), selection.err(), !tty);
                return Reply.stream(SWITCHING_PROTOCOLS_AS_OK, type(tty), pipe).onClose(() -> output.detach(pipe));
            }
        }
        var reply = Reply.stream(type(tty), out -> {
            selection.write(past, out);
            if (call.flag("stream")) follow(selection, container, past.size(), out);
        });
        return reply;
    }

    private void follow(Selection selection, Container container, long seen, OutputStream out)
            throws IOException, InterruptedException {
        var output = daemon.output(container);
        for (var next = seen; ; ) {
            var more = output.await(next);
            if (more.isEmpty()) return;
            selection.write(more, out);
            next += more.size();
        }
    }

    // The container may not run yet: what is typed waits for it.
    private void forward(Container container, InputStream in) {
        Threads.start("dockline-stdin", () -> {
            var buffer = new byte[8192];
            try {
                for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    var stdin = awaitStdin(container);
                    if (stdin == null) return;
                    stdin.out().write(buffer, 0, count);
                }
                var stdin = awaitStdin(container);
                if (stdin != null && container.spec().stdinOnce()) stdin.end();
            } catch (IOException e) {
                // The client or the container has gone: nothing is left to be typed, or to read it.
            }
        });
    }

    private Pipe awaitStdin(Container container) {
        var wanted = container.spec().openStdin();
        while (wanted
                && model.locked(() -> model.containers().byId(container.id())).isPresent()) {
            var stdin = model.locked(() -> daemon.stdin(container));
            if (stdin != null) return stdin;
            if (model.locked(() -> container.state().finishedAt().getEpochSecond() > 0)) return null;
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                return null;
            }
        }
        return null;
    }
}
