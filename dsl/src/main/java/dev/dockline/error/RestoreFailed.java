package dev.dockline.error;

/** A restore was refused or ended half-way; the cause says how far it got. */
public final class RestoreFailed extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public RestoreFailed(String what, String why, String next, Throwable cause) {
        super(what, why, next, cause);
    }
}
