package dev.dockline.error;

/** What a plan does not do: it only reads. */
public final class NotPlanned extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public NotPlanned(String what) {
        this(what, "a plan is being made, and a plan only reads", "the same line outside of the plan");
    }

    private NotPlanned(String what, String why, String next) {
        super(what, why, next);
    }

    /** The plan is asked, over and over, for what it cannot know. */
    public static NotPlanned askedAgain(String what) {
        return new NotPlanned(
                what,
                "a plan is being made, which cannot know this and is asked for it again and again",
                "readyOnLog, readyOnPort or readyOnHttp in the declaration, in place of a loop that waits");
    }
}
