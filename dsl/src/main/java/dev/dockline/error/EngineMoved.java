package dev.dockline.error;

/** What a plan was made on is no longer so. */
public final class EngineMoved extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public EngineMoved(String moved) {
        super("Cannot apply the plan", "since it was made, " + moved, "plan(…) again, and apply() what it then shows");
    }
}
