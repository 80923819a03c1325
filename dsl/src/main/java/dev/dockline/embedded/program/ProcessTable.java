package dev.dockline.embedded.program;

import dev.dockline.embedded.io.Threads;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The processes of one run of a container. Killing it ends them all: their threads are interrupted, what they opened is
 * closed, and each further read or write of theirs fails.
 */
public final class ProcessTable {
    private static final int MOST_THREADS = 500;

    private final Programs programs;
    private final String name;
    private final TreeMap<Integer, Process> processes = new TreeMap<>();
    private final Set<Thread> threads = new HashSet<>();
    private final Set<Closeable> open = new HashSet<>();
    private int lastPid;
    private boolean killed;
    private boolean paused;

    public ProcessTable(Programs programs, String name) {
        this.programs = programs;
        this.name = name;
    }

    public Programs programs() {
        return programs;
    }

    synchronized int add(Process process) {
        processes.put(++lastPid, process);
        return lastPid;
    }

    synchronized void remove(int pid) {
        processes.remove(pid);
    }

    /** The processes that live, by number. */
    public synchronized List<Process> list() {
        return new ArrayList<>(processes.values());
    }

    /** Runs something of these processes on a thread of its own, which a kill interrupts. */
    public Thread start(Runnable task) {
        return Threads.start(
                "dockline-" + name,
                () -> run(() -> {
                    task.run();
                    return null;
                }));
    }

    /** Runs something of these processes on the caller's thread, which a kill interrupts until this returns. */
    public <T> T run(Supplier<T> task) {
        enter();
        try {
            return task.get();
        } finally {
            leave();
        }
    }

    private synchronized void enter() {
        threads.add(Thread.currentThread());
        // Even in a table that was killed meanwhile the task runs, to its first read or write: someone waits for its
        // end.
        if (killed) Thread.currentThread().interrupt();
    }

    private synchronized void leave() {
        threads.remove(Thread.currentThread());
        // What was meant for them must not reach what the thread does next.
        Thread.interrupted();
        notifyAll();
    }

    /** Closes something when the processes are killed; at once if they are. */
    public void closeAtKill(Closeable one) {
        synchronized (this) {
            if (!killed) {
                open.add(one);
                return;
            }
        }
        close(one);
    }

    public synchronized void forget(Closeable one) {
        open.remove(one);
    }

    public void kill() {
        List<Closeable> closing;
        synchronized (this) {
            killed = true;
            threads.forEach(Thread::interrupt);
            closing = new ArrayList<>(open);
            open.clear();
            notifyAll();
        }
        closing.forEach(ProcessTable::close);
    }

    private static void close(Closeable one) {
        try {
            one.close();
        } catch (IOException e) {
            // The processes are gone: nobody is left to be told that a stream of theirs closed badly.
        }
    }

    public synchronized boolean isKilled() {
        return killed;
    }

    /** A signal to the first process; without a handler of its own it is ignored, as by every first process. */
    public void signal(int number) {
        Process init;
        synchronized (this) {
            init = processes.get(1);
        }
        if (init != null) init.signal(number);
    }

    public synchronized void pause(boolean on) {
        paused = on;
        notifyAll();
    }

    /** Waits while paused, and fails in a killed process. */
    public synchronized void checkpoint() throws InterruptedIOException {
        try {
            while (paused && !killed) wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        if (killed) throw new InterruptedIOException("killed");
    }

    /** Waits until no thread but the caller's is left, or the time is up; whether that is so. */
    public synchronized boolean awaitThreads(long millis) throws InterruptedException {
        var end = System.nanoTime() + millis * 1_000_000;
        while (threads.stream().anyMatch(thread -> thread != Thread.currentThread())) {
            var left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) return false;
            wait(left);
        }
        return true;
    }

    /** How much processor time the threads that live have used. */
    public synchronized long processorNanos() {
        var clock = ManagementFactory.getThreadMXBean();
        return threads.stream()
                .mapToLong(thread -> Math.max(0, clock.getThreadCpuTime(thread.getId())))
                .sum();
    }

    /** Whether no more may begin. */
    public synchronized boolean isFull() {
        return threads.size() >= MOST_THREADS;
    }

    /** The process of that number, if it lives. */
    public synchronized Optional<Process> find(int pid) {
        return Optional.ofNullable(processes.get(pid));
    }

    /** Whether any thread still works for these processes. */
    public synchronized boolean isBusy() {
        return !threads.isEmpty();
    }
}
