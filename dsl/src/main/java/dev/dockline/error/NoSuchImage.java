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

    private NoSuchImage(String what, String why, String next) {
        super(what, why, next);
    }

    /** The image is missing, and the declaration forbids to pull it. */
    public static NoSuchImage neverPulled(String what, String image) {
        return new NoSuchImage(
                what,
                "there is no image \"" + image + "\", and the declaration says pull(NEVER)",
                "pull(MISSING), or images() to see what is there");
    }
}
