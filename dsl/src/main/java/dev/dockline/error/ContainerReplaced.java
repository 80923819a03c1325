package dev.dockline.error;

/** The name of a handle belongs to another container by now. */
public final class ContainerReplaced extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public ContainerReplaced(String what, String name, String made, String found) {
        super(
                what,
                "the name belongs to container " + found + " now; this handle made " + made,
                "container(\"" + name + "\") for the one that has the name");
    }
}
