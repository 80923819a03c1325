package dev.dockline.shell.eval.call;

/** How far a statement has come, to tell the line of what fails. */
public final class Progress {
    private final Runnable step;
    private volatile int offset;

    /** Takes what is to be done before each call, such as ending a thread that was left behind. */
    public Progress(Runnable step) {
        this.step = step;
    }

    void reached(int newOffset) {
        step.run();
        offset = newOffset;
    }

    /** The offset of the latest call. */
    public int offset() {
        return offset;
    }
}
