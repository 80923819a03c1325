package dev.dockline.error;

/** A backup could not be written; no file is left, or the one that was there. */
public final class BackupFailed extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public BackupFailed(String what, String why, String next, Throwable cause) {
        super(what, why, next, cause);
    }
}
