package dev.dockline.shell.narrate;

import dev.dockline.engine.Keys;
import dev.dockline.engine.Terminal;
import dev.dockline.shell.eval.Output;
import dev.dockline.view.Tables;
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
        private static final int BAR = 24;

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
                output.err().print(CLEAR + fit(line(note, done, total, now - begun)));
            }
        }

        private String line(String note, long done, long total, long nanos) {
            return task + ":" + (note.isEmpty() ? "" : " " + note) + amount(done, total, nanos);
        }

        private static String amount(long done, long total, long nanos) {
            if (done == 0) {
                return "";
            }
            String rate = ", " + Tables.size(done * 1_000_000_000 / Math.max(1, nanos)) + "/s";
            int full = total == 0 ? 0 : (int) (BAR * Math.min(done, total) / total);
            return total == 0
                    ? " " + Tables.size(done) + rate
                    : " [" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + Tables.size(done) + " of "
                            + Tables.size(total) + rate;
        }

        @Override
        public void close() {
            output.err().print(CLEAR);
        }
    }
}
