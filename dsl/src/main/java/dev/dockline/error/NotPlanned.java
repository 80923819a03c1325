package dev.dockline.error;

/** What a plan does not do: it only reads. */
public final class NotPlanned extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public NotPlanned(String what) {
        super(what, "a plan is being made, and a plan only reads", "the same line outside of the plan");
    }
}
