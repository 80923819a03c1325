package dev.dockline.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;

/** A tar stream to read from, written meanwhile by a thread of its own. */
final class TarPipe extends FilterInputStream {
    @FunctionalInterface
    interface Writer {
        /** Writes the entries. */
        void write(Entries entries) throws IOException;
    }

    private final PipedOutputStream out = new PipedOutputStream();
    private volatile IOException failure;
    private final Entries entries = new Entries(out);

    TarPipe(Writer writer) throws IOException {
        super(new PipedInputStream(1 << 16));
        out.connect((PipedInputStream) in);
        var thread = new Thread(() -> fill(writer), "dockline-tar");
        thread.setDaemon(true);
        thread.start();
    }

    /** What was written, once all is read. */
    Entries entries() {
        return entries;
    }

    // The failure is known before the end is: a reader that meets the end must not take a broken stream for a whole
    // one.
    private void fill(Writer writer) {
        try {
            writer.write(entries);
        } catch (IOException e) {
            failure = e;
        } catch (UncheckedIOException e) {
            failure = e.getCause();
        } catch (RuntimeException e) {
            failure = new IOException(String.valueOf(e.getMessage()), e);
        } finally {
            end();
        }
    }

    private void end() {
        try {
            entries.close();
        } catch (IOException unfinished) {
            failure = failure == null ? unfinished : failure;
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read < 0) {
            check();
        }
        return read;
    }

    /** Throws what kept it from being written to its end, if anything did. */
    void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }
}
