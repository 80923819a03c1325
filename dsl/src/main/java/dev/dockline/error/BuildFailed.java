package dev.dockline.error;

/** An image could not be built from a folder. */
public final class BuildFailed extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public BuildFailed(String what, String why, String next, Throwable cause) {
        super(what, why, next, cause);
    }
}
