package dev.dockline.error;

/** A verb goes by the container's name, and the declaration has none. */
public final class NameNeeded extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public NameNeeded(String what) {
        super(what, "it has no name to be found by the next time", "container(\"web\"), or run()");
    }
}
