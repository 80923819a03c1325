package dev.dockline.error;

/** Ctrl-C, or an interrupt of the calling thread, ended a verb. */
public final class Interrupted extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public Interrupted(String what) {
        super(what, "it was interrupted", "containers() to see how far it got");
    }

    @Override
    public int exitCode() {
        return 130;
    }
}
