package dev.dockline.error;

/** What cannot be taken back, or no longer. */
public final class NotUndone extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts; {@code done} is what was done. */
    public NotUndone(String done, String why, String next) {
        super("Cannot take back: " + done, why, next);
    }

    /** Nothing is left to take back. */
    public static NotUndone nothing() {
        return new NotUndone(
                "anything", "nothing was done on this connection", "undo() after a verb that changed something");
    }
}
