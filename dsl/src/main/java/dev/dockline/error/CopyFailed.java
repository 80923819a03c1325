package dev.dockline.error;

/** Files could not be listed or copied between this machine and a container. */
public final class CopyFailed extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public CopyFailed(String what, String why, String next, Throwable cause) {
        super(what, why, next, cause);
    }
}
