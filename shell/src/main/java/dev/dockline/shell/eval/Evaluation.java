package dev.dockline.shell.eval;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One evaluation from the caller's request to its outcome, and what Ctrl-C does to it meanwhile. */
final class Evaluation {
    private static final long STEP_MILLIS = 25;
    private static final int GENTLE_STEPS = 2;
    private static final int STEPS = 6;

    private final CountDownLatch over = new CountDownLatch(1);
    private Outcome outcome;
    private boolean interrupted;
    private SnippetRun run;

    /** Waits for the outcome; an interrupt of the waiting thread is one of the evaluation, which has an outcome too. */
    Outcome await(Runnable interrupt) {
        while (true) {
            try {
                over.await();
                return outcome;
            } catch (InterruptedException e) {
                interrupt.run();
            }
        }
    }

    synchronized void finish(Outcome result) {
        if (!isOver()) {
            outcome = interrupted && !(result instanceof Outcome.Exited) ? new Outcome.Interrupted(false) : result;
            over.countDown();
        }
    }

    /** Whether the run may begin: not if the interrupt was faster. */
    synchronized boolean begin(SnippetRun begun) {
        if (!interrupted) {
            run = begun;
        }
        return !interrupted;
    }

    /** Begins to end it, on another thread, since a signal handler should not wait; false if it is over. */
    synchronized boolean interrupt(Runnable cancel, Runnable stop) {
        if (!isOver() && !interrupted) {
            interrupted = true;
            Threads.daemon("dockline-interrupt", () -> persist(cancel, stop)).start();
        }
        return !isOver();
    }

    /**
     * Repeats the stop until the evaluation ends, since one that comes while the compiler still works is lost. An
     * interrupt comes first, because on Java 17 the stop may hit any instruction. What outlasts it is left behind.
     * Steps are counted, not timed, so that a busy machine skips none of them.
     */
    private void persist(Runnable cancel, Runnable stop) {
        cancel.run();
        for (var step = 0; step < STEPS && !isOver(); step++) {
            push(step < GENTLE_STEPS, stop);
            pause();
        }
        leaveBehind();
    }

    private synchronized void push(boolean gently, Runnable stop) {
        if (isOver()) {
            return;
        }
        if (!gently) {
            stop.run();
        } else if (run != null) {
            run.nudge();
        }
    }

    private synchronized void leaveBehind() {
        if (!isOver()) {
            // What the compiler still works on will never begin to run.
            outcome = new Outcome.Interrupted(run != null);
            over.countDown();
            if (run != null) {
                run.leaveBehind();
            }
        }
    }

    private boolean isOver() {
        return over.getCount() == 0;
    }

    private void pause() {
        try {
            if (over.await(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts this thread", e);
        }
    }
}
