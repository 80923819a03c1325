package dev.dockline.embedded.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;

/** Bytes that a program collects, as many as there is {@link Memory} for. */
public final class Kept {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Memory memory = new Memory();
    private boolean overflown;

    /**
     * Collects one.
     *
     * @throws ExitException if there is no memory for it
     */
    public void add(int b) throws ExitException {
        memory.take(1);
        bytes.write(b);
    }

    /** Where other programs write what is collected: a pipe that breaks when there is no memory for more. */
    public OutputStream pipe() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] block, int offset, int length) throws IOException {
                synchronized (bytes) {
                    overflown |= !memory.fits(length);
                    if (overflown) throw new IOException("Broken pipe");
                    memory.take(length);
                    bytes.write(block, offset, length);
                }
            }
        };
    }

    public int size() {
        return bytes.size();
    }

    /**
     * What is there now, as text.
     *
     * @throws ExitException if there was no memory for all that was written
     */
    public String text(Charset charset) throws ExitException {
        synchronized (bytes) {
            if (overflown) throw Memory.exhausted();
            return bytes.toString(charset);
        }
    }
}
