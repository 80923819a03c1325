package dev.dockline.error;

/** A verb named a container that the engine does not have. */
public final class NoSuchContainer extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public NoSuchContainer(String what, String name, Throwable cause) {
        super(what, "there is no container \"" + name + "\"", "containers() to see what is there", cause);
    }
}
