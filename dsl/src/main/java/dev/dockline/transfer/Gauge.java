package dev.dockline.transfer;

import dev.dockline.engine.Act;
import dev.dockline.engine.Terminal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Shows how many bytes have passed, once that takes longer than a moment: short work is shown by its result alone. */
final class Gauge implements AutoCloseable {
    private static final long MOMENT_NANOS = 500_000_000;

    private final Terminal terminal;
    private final String task;
    private final long total;
    private final LongSupplier clock;
    private final long begun;
    private Terminal.Progress progress;
    private long done;

    /**
     * Begins.
     *
     * @param doing what is being done, such as {@code backing up}
     * @param total how many bytes will pass, 0 where that is not known
     */
    Gauge(Terminal terminal, String doing, Act act, long total) {
        this(terminal, doing + " " + act.kind() + " " + act.name(), total, System::nanoTime);
    }

    Gauge(Terminal terminal, String task, long total, LongSupplier clock) {
        this.terminal = terminal;
        this.task = task;
        this.total = total;
        this.clock = clock;
        this.begun = clock.getAsLong();
    }

    /** A stream whose bytes are counted. */
    InputStream over(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                passed(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = super.read(bytes, offset, length);
                passed(Math.max(0, read));
                return read;
            }

            @Override
            public long skip(long bytes) throws IOException {
                long skipped = super.skip(bytes);
                passed(skipped);
                return skipped;
            }
        };
    }

    private void passed(long bytes) {
        if (bytes == 0) {
            return;
        }
        done += bytes;
        if (progress == null && clock.getAsLong() - begun > MOMENT_NANOS) {
            progress = terminal.progress(task);
        }
        if (progress != null) {
            progress.update("", done, total);
        }
    }

    @Override
    public void close() {
        if (progress != null) {
            progress.close();
        }
    }
}
