package dev.dockline.error;

/** A number is no port. */
public final class InvalidPort extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public InvalidPort(String what, String given) {
        super(
                what,
                "\"" + given + "\" is no port: ports are whole numbers from 1 to 65535",
                "publish(8080, 80), host port first");
    }
}
