package dev.dockline.error;

/** A JSON pointer leads to nothing. */
public final class NoSuchValue extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public NoSuchValue(String what, String pointer, String there) {
        super(
                what,
                "there is nothing at \"" + pointer + "\"" + (there.isEmpty() ? "" : "; there are " + there),
                "inspect() to see all of it");
    }
}
