package dev.dockline.error;

/** A link names a container that is not there. */
public final class NoSuchLinkTarget extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public NoSuchLinkTarget(String what, String target, Throwable cause) {
        super(
                what,
                "there is no container \"" + target + "\" to link to",
                "container(\"" + target + "\").image(…).run() first, or containers() to see what is there",
                cause);
    }
}
