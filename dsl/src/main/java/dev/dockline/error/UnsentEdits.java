package dev.dockline.error;

/** A verb that creates nothing was called on a declaration that was edited. */
public final class UnsentEdits extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public UnsentEdits(String what, String name) {
        super(
                what,
                "its declaration has edits that no engine has seen",
                "run() or create() to make it so, or container(\"" + name + "\") for the one that exists");
    }
}
