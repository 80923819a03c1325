package dev.dockline.shell.eval;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** One run of user code: the thread it runs on, how it ended, and who waits for that. */
final class SnippetRun {
    // Inherited, so that what a snippet starts knows whose it is.
    private static final InheritableThreadLocal<SnippetRun> CURRENT = new InheritableThreadLocal<>();

    private final Callable<?> code;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Thread thread;
    private volatile boolean leftBehind;
    private volatile Exception failure;
    private volatile Object value;
    private volatile Throwable thrown;

    SnippetRun(Callable<?> code) {
        this.code = code;
    }

    static SnippetRun current() {
        return CURRENT.get();
    }

    /** Ends the calling thread if its snippet was left behind: nobody wants to see what it still has to say. */
    static void endIfLeftBehind() {
        var run = CURRENT.get();
        if (run != null && run.leftBehind) {
            throw new LeftBehind();
        }
    }

    /** Makes this the run of the calling thread and of those it starts. */
    void adopt() {
        CURRENT.set(this);
    }

    /** On the snippet's thread; answers null, since the value is kept here. */
    Object perform() throws Throwable {
        thread = Thread.currentThread();
        try {
            value = code.call();
            return null;
        } catch (Throwable e) {
            thrown = e;
            throw e;
        }
    }

    Object value() {
        return value;
    }

    Throwable thrown() {
        return thrown;
    }

    /** Takes what JShell's own control threw, or null. */
    void finish(Exception thrownByControl) {
        failure = thrownByControl;
        over.countDown();
    }

    void leaveBehind() {
        leftBehind = true;
        over.countDown();
    }

    boolean isLeftBehind() {
        return leftBehind;
    }

    void await() throws Exception {
        over.await();
        if (failure != null && !leftBehind) {
            throw failure;
        }
    }

    void nudge() {
        var running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    private static final class LeftBehind extends Error {
        private static final long serialVersionUID = 1;

        LeftBehind() {
            super("the snippet was left behind", null, false, false);
        }
    }
}
