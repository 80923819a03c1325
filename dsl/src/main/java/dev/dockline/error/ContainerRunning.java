package dev.dockline.error;

/** A running container was to be removed. */
public final class ContainerRunning extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public ContainerRunning(String what, String name, Throwable cause) {
        super(what, "it is running", "container(\"" + name + "\").remove(FORCE), or stop() first", cause);
    }
}
