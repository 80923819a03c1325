package dev.dockline.error;

/** A host port is held by another container or another program. */
public final class PortTaken extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public PortTaken(String what, String port, String holder, String next, Throwable cause) {
        super(what, "host port " + port + " is taken by " + holder, next, cause);
    }
}
