package dev.dockline.engine;

import dev.dockline.error.Interrupted;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Where verbs run: on threads of their own, never on the caller's, who waits and may be interrupted.
 *
 * <p>A prompt ends a snippet by stopping its thread, on Java 17 at any instruction whatsoever, which would leave a
 * half-done call in the transport or in the embedded engine. So the calling thread does no more than offer the work to
 * a lock-free queue, wake the dispatcher and park: each of these is whole wherever it is cut off.
 */
public final class Handover {
    private static final ConcurrentLinkedQueue<Job<?>> OFFERED = new ConcurrentLinkedQueue<>();
    private static final Set<Job<?>> RUNNING = ConcurrentHashMap.newKeySet();
    private static final ThreadLocal<Job<?>> CURRENT = new ThreadLocal<>();
    private static final ExecutorService WORKERS =
            Executors.newCachedThreadPool(work -> Daemons.daemon("dockline-worker", work));
    private static final Thread DISPATCHER = Daemons.daemon("dockline-dispatcher", Handover::dispatch);

    static {
        DISPATCHER.start();
    }

    private Handover() {}

    /**
     * Runs work on a worker thread and waits for what it returns or throws.
     *
     * <p>From within such work it runs at once, as a part of it.
     *
     * @throws Interrupted if the caller is interrupted or {@link #cancelAll()} is called meanwhile; the work is then
     *     told to end and may take a moment longer to clean up after itself
     */
    public static <T> T call(String what, Callable<T> work) {
        if (CURRENT.get() != null) {
            return Job.sneak(work);
        }
        var job = new Job<>(what, work, Thread.currentThread());
        OFFERED.offer(job);
        LockSupport.unpark(DISPATCHER);
        return job.await();
    }

    /** Ends all work in progress: closes what it registered, interrupts it, and lets its callers go. */
    public static void cancelAll() {
        OFFERED.forEach(Job::cancel);
        RUNNING.forEach(Job::cancel);
    }

    /** Registers, from within work, what is to be closed when the work is cancelled; closed at once if it already is. */
    public static <C extends AutoCloseable> C closeOnCancel(C closeable) {
        var job = CURRENT.get();
        if (job != null) {
            job.register(closeable);
        }
        return closeable;
    }

    /** Whether the work that this is called from was cancelled. */
    public static boolean cancelled() {
        var job = CURRENT.get();
        return job != null && job.cancelled();
    }

    /** Runs a clean-up from within work that may have been cancelled, as if it had not been. */
    public static void cleanUp(Runnable work) {
        var job = CURRENT.get();
        boolean interrupted = Thread.interrupted();
        CURRENT.set(new Job<>("clean up", () -> null, Thread.currentThread()));
        try {
            work.run();
        } finally {
            CURRENT.set(job);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether no work is in progress. */
    public static boolean idle() {
        return OFFERED.isEmpty() && RUNNING.isEmpty();
    }

    private static void dispatch() {
        while (true) {
            var job = OFFERED.peek();
            if (job == null) {
                LockSupport.park();
                continue;
            }
            RUNNING.add(job);
            OFFERED.poll();
            WORKERS.execute(() -> perform(job));
        }
    }

    private static void perform(Job<?> job) {
        CURRENT.set(job);
        try {
            job.run();
        } finally {
            CURRENT.remove();
            RUNNING.remove(job);
            // An interrupt meant for this work must not meet the next one on the same thread.
            Thread.interrupted();
        }
    }

    /** Runs something on a daemon thread of the pool, for closing what might block. */
    static void aside(Runnable work) {
        WORKERS.execute(work);
    }
}
