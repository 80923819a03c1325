package dev.dockline.error;

/** A network was named that the engine does not have. */
public final class NoSuchNetwork extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public NoSuchNetwork(String what, String name, Throwable cause) {
        super(what, "there is no network \"" + name + "\"", "network(\"" + name + "\").create()", cause);
    }
}
