package dev.dockline.error;

/** A verb needs a running container. */
public final class ContainerNotRunning extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public ContainerNotRunning(String what, String name, String state, Throwable cause) {
        super(
                what,
                "it is not running" + (state.isEmpty() ? "" : " (" + state + ")"),
                "container(\"" + name + "\").start()",
                cause);
    }
}
