package dev.dockline.error;

/** The name of a new container belongs to another one. */
public final class NameInUse extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public NameInUse(String what, String name, String holder, Throwable cause) {
        super(
                what,
                "the name is in use by " + holder,
                "up() in place of run() to keep or replace it, container(\"" + name
                        + "\").remove(FORCE) to be rid of it, or another name",
                cause);
    }
}
