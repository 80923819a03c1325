package dev.dockline.shell.eval;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Carries what is printed to a writer thread, in order, over a queue without locks: a snippet may be stopped at any
 * instruction, and must not be stopped while it holds the lock of the process's own output.
 */
public final class Output {
    private static final int MANY = 2000;
    private static final long A_MOMENT = 1_000_000;
    private static final long DRAIN_SECONDS = 5;

    /** Where the writer thread writes. */
    public interface Sink {
        /** Writes bytes of standard output. */
        void out(byte[] bytes);

        /** Writes bytes of standard error. */
        void err(byte[] bytes);

        /** Makes what was written visible. */
        void flush();
    }

    private record Chunk(boolean error, byte[] bytes, CountDownLatch written) {}

    private final ConcurrentLinkedQueue<Chunk> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Thread writer = Threads.daemon("dockline-output", this::write);
    private final PrintStream out;
    private final PrintStream err;
    private volatile Sink sink;

    /** Starts the writer thread. */
    public Output(Sink sink, Charset charset) {
        this.sink = sink;
        this.out = new HandingStream(bytes -> hand(new Chunk(false, bytes, null)), charset);
        this.err = new HandingStream(bytes -> hand(new Chunk(true, bytes, null)), charset);
        writer.start();
    }

    /** Standard output. */
    public PrintStream out() {
        return out;
    }

    /** Standard error, in order with standard output. */
    public PrintStream err() {
        return err;
    }

    /** Writes to another place from now on. */
    public void redirect(Sink other) {
        drain();
        sink = other;
    }

    /** Waits until everything printed before is written, if that is possible at all. */
    public void drain() {
        var written = new CountDownLatch(1);
        hand(new Chunk(false, new byte[0], written));
        try {
            written.await(DRAIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hand(Chunk chunk) {
        SnippetRun.endIfLeftBehind();
        queue.add(chunk);
        waiting.incrementAndGet();
        LockSupport.unpark(writer);
        while (waiting.get() > MANY && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(A_MOMENT);
        }
    }

    private void write() {
        while (true) {
            var chunk = queue.poll();
            if (chunk == null) {
                sink.flush();
                LockSupport.park();
                continue;
            }
            waiting.decrementAndGet();
            try {
                write(chunk);
            } catch (RuntimeException e) {
                // A terminal that has gone takes nothing more; what is printed from now on is lost, not waited for.
            }
            if (chunk.written != null) {
                chunk.written.countDown();
            }
        }
    }

    private void write(Chunk chunk) {
        if (chunk.error) {
            sink.err(chunk.bytes);
        } else {
            sink.out(chunk.bytes);
        }
        if (chunk.written != null) {
            sink.flush();
        }
    }
}
