package dev.dockline.error;

/** Keys are wanted where nobody types: in a pipe, a script or a notebook. */
public final class NoTerminal extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public NoTerminal(String what, String next) {
        super(what, "there is no terminal to type at", next);
    }
}
