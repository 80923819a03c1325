package dev.dockline.embedded.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Bytes from one thread to another, bounded; either end may close at any time, from any thread. */
public final class Pipe {
    private static final int CAPACITY = 64 * 1024;

    private final byte[] buffer = new byte[CAPACITY];
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final InputStream in = new Reader();
    private final OutputStream out = new Writer();
    private int start;
    private int size;
    private boolean ended;
    private boolean abandoned;

    /** The reading end; closing it makes further writes fail. */
    public InputStream in() {
        return in;
    }

    /** The writing end; closing it lets the reader see the end after what was written. */
    public OutputStream out() {
        return out;
    }

    /** Closes both ends and drops what was not read. */
    public void close() {
        abandon();
        end();
    }

    /** Lets the reader see the end after what was written. */
    public void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void abandon() {
        lock.lock();
        try {
            abandoned = true;
            size = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) return 0;
        lock.lock();
        try {
            while (size == 0 && !ended && !abandoned) await();
            if (abandoned) throw new IOException("Stream closed");
            if (size == 0) return -1;
            return take(bytes, offset, length);
        } finally {
            lock.unlock();
        }
    }

    private int take(byte[] bytes, int offset, int length) {
        var count = Math.min(length, size);
        var first = Math.min(count, CAPACITY - start);
        System.arraycopy(buffer, start, bytes, offset, first);
        System.arraycopy(buffer, 0, bytes, offset + first, count - first);
        start = (start + count) % CAPACITY;
        size -= count;
        changed.signalAll();
        return count;
    }

    private void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        lock.lock();
        try {
            for (var written = 0; written < length; ) {
                while (size == CAPACITY && !abandoned && !ended) await();
                if (abandoned || ended) throw new IOException("Broken pipe");
                written += put(bytes, offset + written, length - written);
            }
        } finally {
            lock.unlock();
        }
    }

    private int put(byte[] bytes, int offset, int length) {
        var count = Math.min(length, CAPACITY - size);
        var end = (start + size) % CAPACITY;
        var first = Math.min(count, CAPACITY - end);
        System.arraycopy(bytes, offset, buffer, end, first);
        System.arraycopy(bytes, offset + first, buffer, 0, count - first);
        size += count;
        changed.signalAll();
        return count;
    }

    private void await() throws InterruptedIOException {
        try {
            changed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private final class Reader extends InputStream {
        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return Pipe.this.read(bytes, offset, length);
        }

        @Override
        public int available() {
            lock.lock();
            try {
                return size;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            abandon();
        }
    }

    private final class Writer extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            Pipe.this.write(bytes, offset, length);
        }

        @Override
        public void close() {
            end();
        }
    }
}
