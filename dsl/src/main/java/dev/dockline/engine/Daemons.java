package dev.dockline.engine;

/**
 * Threads of Dockline's own: daemons, and in the group of all groups. A thread is else in the group of the one that made
 * it, and JShell waits until all that a snippet's group holds has ended.
 */
public final class Daemons {
    private Daemons() {}

    /** Makes one, to be started by the caller. */
    public static Thread daemon(String name, Runnable work) {
        var thread = new Thread(root(), work, name);
        thread.setDaemon(true);
        return thread;
    }

    private static ThreadGroup root() {
        var group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }
}
