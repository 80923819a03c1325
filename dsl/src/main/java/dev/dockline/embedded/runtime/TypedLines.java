package dev.dockline.embedded.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/** What was typed at a terminal, as its program reads it: by lines, an empty one being one end of input. */
final class TypedLines extends InputStream {
    private final Deque<byte[]> lines = new ArrayDeque<>();
    private int position;
    private int waiting;
    private boolean hungUp;

    synchronized void add(byte[] line) {
        lines.add(line);
        notifyAll();
    }

    /** Nothing more is typed. */
    synchronized void hangUp() {
        hungUp = true;
        notifyAll();
    }

    /** Whether somebody waits for a line. */
    synchronized boolean isAwaited() {
        return waiting > 0;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) return 0;
        await();
        if (lines.isEmpty()) return -1;
        var line = lines.peek();
        int count = Math.min(length, line.length - position);
        System.arraycopy(line, position, bytes, offset, count);
        position += count;
        if (position == line.length) {
            lines.remove();
            position = 0;
        }
        return count == 0 ? -1 : count;
    }

    private void await() throws InterruptedIOException {
        waiting++;
        try {
            while (lines.isEmpty() && !hungUp) wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            waiting--;
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int available() {
        return lines.isEmpty() ? 0 : lines.peek().length - position;
    }
}
