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

    private static ThreadGroup root() {
        var group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }

    private static Thread daemon(String name, Runnable task) {
        // Not in the group of who happens to make it: a caller may wait for all that its group holds.
        var thread = new Thread(root(), task, name);
        thread.setDaemon(true);
        return thread;
    }
}
