package dev.dockline.shell.narrate;

import dev.dockline.engine.Keys;
import dev.dockline.engine.Terminal;
import dev.dockline.shell.eval.Output;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows the progress of a long task on one line of a terminal, which is gone when the task is over. */
public record LiveTerminal(Output output, int width, Supplier<Optional<Keys>> keys) implements Terminal {
    private static final long REDRAW_NANOS = 100_000_000;
    private static final String CLEAR = "\r\u001b[K";

    @Override
    public PrintStream out() {
        return output.out();
    }

    @Override
    public PrintStream err() {
        return output.err();
    }

    @Override
    public boolean isWatched() {
        return true;
    }

    @Override
    public Optional<Keys> takeKeys() {
        return keys.get();
    }

    @Override
    public Progress progress(String task) {
        output.err().print(fit(task));
        return new Line(task);
    }

    private String fit(String text) {
        return text.length() < width ? text : text.substring(0, width - 1);
    }

    private final class Line implements Progress {
        private final String task;
        private final long begun = System.nanoTime();
        private long drawn = begun;

        Line(String task) {
            this.task = task;
        }

        @Override
        public void update(String note, long done, long total) {
            long now = System.nanoTime();
            if (now - drawn > REDRAW_NANOS) {
                drawn = now;
                output.err().print(CLEAR + fit(ProgressLine.of(task, note, done, total, now - begun)));
            }
        }

        @Override
        public void close() {
            output.err().print(CLEAR);
        }
    }
}
