package dev.dockline.engine;

import dev.dockline.error.Interrupted;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** One piece of work that was handed over, the thread that waits for it, and what closes with it. */
final class Job<T> {
    private record Result<T>(T value, Throwable failure) {}

    private final String what;
    private final Callable<T> work;
    private final Thread caller;
    private final Set<AutoCloseable> closeables = ConcurrentHashMap.newKeySet();
    private final Object interruption = new Object();
    private Thread worker;
    private volatile Result<T> result;
    private volatile boolean cancelled;

    Job(String what, Callable<T> work, Thread caller) {
        this.what = what;
        this.work = work;
        this.caller = caller;
    }

    /** On the worker: does the work, unless it was cancelled before it began. */
    void run() {
        synchronized (interruption) {
            worker = Thread.currentThread();
        }
        Result<T> outcome;
        try {
            outcome = cancelled ? new Result<>(null, new Interrupted(what)) : new Result<>(work.call(), null);
        } catch (Throwable failure) {
            outcome = new Result<>(null, cancelled ? new Interrupted(what) : failure);
        }
        synchronized (interruption) {
            worker = null;
        }
        result = outcome;
        LockSupport.unpark(caller);
    }

    /** On the caller: waits for the result, or for the cancelling. */
    T await() {
        boolean interrupted = false;
        while (result == null) {
            if (cancelled) {
                throw new Interrupted(what);
            }
            LockSupport.park(this);
            if (Thread.interrupted()) {
                interrupted = true;
                cancel();
            }
        }
        if (interrupted) {
            // The result came first: the interrupt is for whatever the caller does next.
            caller.interrupt();
        }
        if (result.failure() != null) {
            throw Job.<RuntimeException>sneaky(trimmed(result.failure()));
        }
        return result.value();
    }

    void cancel() {
        cancelled = true;
        LockSupport.unpark(caller);
        Handover.aside(this::end);
    }

    boolean cancelled() {
        return cancelled;
    }

    void register(AutoCloseable closeable) {
        closeables.add(closeable);
        if (cancelled) {
            close(closeable);
        }
    }

    private void end() {
        closeables.forEach(Job::close);
        synchronized (interruption) {
            if (worker != null) {
                worker.interrupt();
            }
        }
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // Closing is only to make the work end; how the closing itself went is of no use to anyone.
        }
    }

    // The trace of the worker says where it failed; who asked for it is what a reader of a script looks for.
    private static Throwable trimmed(Throwable failure) {
        if (failure instanceof dev.dockline.error.DocklineException) {
            failure.setStackTrace(new Throwable().getStackTrace());
        }
        return failure;
    }

    static <T> T sneak(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw Job.<RuntimeException>sneaky(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> X sneaky(Throwable failure) throws X {
        throw (X) failure;
    }
}
