package dev.dockline.error;

/** An image is to be removed that a container uses. */
public final class ImageInUse extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public ImageInUse(String what, String reason, Throwable cause) {
        super(what, reason, "remove its containers first; containers() shows them", cause);
    }
}
