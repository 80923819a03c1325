package dev.dockline;

import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import dev.dockline.engine.Streamed;
import dev.dockline.engine.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Takes what a command writes, stream by stream, and shows it as it comes. */
final class Output extends Streamed<Frame> {
    private final PrintStream shownOut;
    private final PrintStream shownErr;
    private final boolean keeps;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ByteArrayOutputStream both = new ByteArrayOutputStream();

    private Output(PrintStream shownOut, PrintStream shownErr, boolean keeps) {
        this.shownOut = shownOut;
        this.shownErr = shownErr;
        this.keeps = keeps;
    }

    static Output shownOn(Terminal terminal) {
        return new Output(terminal.out(), terminal.err(), true);
    }

    /** Shows all and keeps nothing: what is followed may never end. */
    static Output passedTo(Terminal terminal) {
        return new Output(terminal.out(), terminal.err(), false);
    }

    static Output kept() {
        return new Output(null, null, true);
    }

    @Override
    public void onNext(Frame frame) {
        boolean error = frame.getStreamType() == StreamType.STDERR;
        var bytes = frame.getPayload();
        if (keeps) {
            (error ? err : out).write(bytes, 0, bytes.length);
            both.write(bytes, 0, bytes.length);
        }
        var shown = error ? shownErr : shownOut;
        // What was cut off may have more to say, and the prompt is back.
        if (shown != null && !isClosed()) {
            shown.write(bytes, 0, bytes.length);
            shown.flush();
        }
    }

    /** Both streams in the order they came, for logs. */
    String merged() {
        return both.toString(StandardCharsets.UTF_8);
    }

    Outcome ended(int exitCode) {
        return new Outcome(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
