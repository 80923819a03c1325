package dev.dockline.error;

/** A link names a container that is not running. */
public final class LinkTargetNotRunning extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public LinkTargetNotRunning(String what, String target, Throwable cause) {
        super(
                what,
                "the container \"" + target + "\" it links to is not running",
                "container(\"" + target + "\").start()",
                cause);
    }
}
