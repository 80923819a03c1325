package dev.dockline.embedded.build;

/** A Dockerfile that cannot be built; the message is the builder's. */
public final class BuildError extends Exception {
    private static final long serialVersionUID = 1L;

    BuildError(String message) {
        super(message);
    }
}
