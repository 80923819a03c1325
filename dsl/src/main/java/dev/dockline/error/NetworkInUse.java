package dev.dockline.error;

/** A network is to be removed that has running members. */
public final class NetworkInUse extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public NetworkInUse(String what, String name, String reason, Throwable cause) {
        super(what, reason, "stop or remove its containers first, then network(\"" + name + "\").remove()", cause);
    }
}
