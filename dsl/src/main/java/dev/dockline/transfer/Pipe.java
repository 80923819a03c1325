package dev.dockline.transfer;

import dev.dockline.engine.Daemons;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Bytes that a thread of their own writes while they are read, at most some blocks ahead.
 *
 * <p>The JDK's piped streams let both sides wait for each other at every buffer; here both keep going.
 */
class Pipe extends InputStream {
    @FunctionalInterface
    interface Writing {
        /** Writes all there is. */
        void run() throws IOException;
    }

    private static final int BLOCK = 1 << 18;
    private static final int BLOCKS_AHEAD = 8;
    private static final int PIECE = 1 << 16;
    private static final ByteBuffer END = ByteBuffer.allocate(0);

    private final BlockingQueue<ByteBuffer> free = new LinkedBlockingQueue<>();
    private final BlockingQueue<ByteBuffer> full = new LinkedBlockingQueue<>();
    private final OutputStream sink = new Sink();
    private ByteBuffer current = END;
    private volatile IOException failure;
    private volatile boolean closed;

    Pipe() {
        for (int block = 0; block < BLOCKS_AHEAD; block++) {
            free.add(END);
        }
    }

    /** What another stream holds, read ahead. */
    static Pipe ahead(InputStream in) {
        var pipe = new Pipe() {
            @Override
            public void close() throws IOException {
                super.close();
                in.close();
            }
        };
        pipe.begin(() -> {
            try (var out = pipe.sink()) {
                var piece = new byte[PIECE];
                for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                    out.write(piece, 0, count);
                }
            }
        });
        return pipe;
    }

    /** Where to write; closed once all is written. */
    OutputStream sink() {
        return sink;
    }

    /** Begins to write. */
    void begin(Writing writing) {
        var thread = Daemons.daemon("dockline-pipe", () -> write(writing));
        thread.start();
    }

    // The failure is known before the end is: a reader that meets the end must not take a broken stream for a whole
    // one.
    private void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            failure = e;
        } catch (UncheckedIOException e) {
            failure = e.getCause();
        } catch (RuntimeException e) {
            failure = new IOException(String.valueOf(e.getMessage()), e);
        } finally {
            full.add(END);
        }
    }

    /** Throws what kept it from being written to its end, if anything did. */
    void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!current.hasRemaining() && !next()) {
            check();
            return -1;
        }
        int count = Math.min(length, current.remaining());
        current.get(bytes, offset, count);
        return count;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    private boolean next() throws IOException {
        if (current != END) {
            free.add(current.clear());
        }
        current = taken(full);
        if (current == END) {
            full.add(END);
            return false;
        }
        return true;
    }

    private ByteBuffer taken(BlockingQueue<ByteBuffer> queue) throws IOException {
        try {
            var block = queue.take();
            if (closed) {
                throw new IOException("closed");
            }
            return block;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Ends reading, and with it the writing. */
    @Override
    public void close() throws IOException {
        closed = true;
        full.add(END);
        free.add(END);
    }

    private final class Sink extends OutputStream {
        private ByteBuffer block;

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int done = 0; done < length; ) {
                if (block == null) {
                    var next = taken(free);
                    block = next == END ? ByteBuffer.allocate(BLOCK) : next;
                }
                int count = Math.min(length - done, block.remaining());
                block.put(bytes, offset + done, count);
                done += count;
                if (!block.hasRemaining()) {
                    pass();
                }
            }
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        private void pass() {
            full.add(block.flip());
            block = null;
        }

        @Override
        public void close() {
            if (block != null) {
                pass();
            }
        }
    }
}
