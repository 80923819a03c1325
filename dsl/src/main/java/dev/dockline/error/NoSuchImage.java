package dev.dockline.error;

/** An image is neither on the engine nor to be had from a registry. */
public final class NoSuchImage extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public NoSuchImage(String what, String image, String reason, Throwable cause) {
        super(
                what,
                "there is no image \"" + image + "\", and pulling it failed: " + reason,
                "images() to see what is there, or image(\"" + image + "\").buildIfMissing(\"folder/with/Dockerfile\")",
                cause);
    }
}
