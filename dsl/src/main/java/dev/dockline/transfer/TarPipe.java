package dev.dockline.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;

/** A tar stream to read from, written meanwhile by a thread of its own. */
final class TarPipe extends FilterInputStream {
    @FunctionalInterface
    interface Writer {
        /** Writes the entries. */
        void write(Entries entries) throws IOException;
    }

    private final PipedOutputStream end = new PipedOutputStream();
    private volatile IOException failure;
    private final Entries entries = new Entries(end);

    TarPipe(Writer writer) throws IOException {
        super(new PipedInputStream(1 << 16));
        end.connect((PipedInputStream) in);
        var thread = new Thread(() -> fill(writer), "dockline-tar");
        thread.setDaemon(true);
        thread.start();
    }

    /** What was written, once all is read. */
    Entries entries() {
        return entries;
    }

    private void fill(Writer writer) {
        try (entries) {
            writer.write(entries);
        } catch (IOException e) {
            failure = e;
        } catch (RuntimeException e) {
            failure = new IOException(String.valueOf(e.getMessage()), e);
        }
    }

    // A reader that met the end must not take a broken stream for a whole one.
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read < 0 && failure != null) {
            throw failure;
        }
        return read;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }
}
