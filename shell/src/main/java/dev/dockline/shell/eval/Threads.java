package dev.dockline.shell.eval;

/** Threads that do not keep the process alive. */
final class Threads {
    private Threads() {}

    static Thread daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * One in a group of its own that ends with it, and with it the group that JShell makes below for each snippet;
     * before Java 19 groups are kept until they are destroyed.
     */
    @SuppressWarnings("removal")
    static Thread inPassingGroup(String name, Runnable work) {
        var group = new ThreadGroup(name);
        group.setDaemon(true);
        var thread = new Thread(group, work, name);
        thread.setDaemon(true);
        return thread;
    }
}
