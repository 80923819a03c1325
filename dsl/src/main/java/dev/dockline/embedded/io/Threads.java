package dev.dockline.embedded.io;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** The engine's own threads: daemons, so that they never keep a virtual machine alive. */
public final class Threads {
    private Threads() {}

    public static ExecutorService pool(String name) {
        var count = new AtomicLong();
        return Executors.newCachedThreadPool(task -> daemon(name + "-" + count.incrementAndGet(), task));
    }

    public static Thread start(String name, Runnable task) {
        var thread = daemon(name, task);
        thread.start();
        return thread;
    }

    private static Thread daemon(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
