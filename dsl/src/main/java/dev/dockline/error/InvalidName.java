package dev.dockline.error;

/** A name is not one that Docker takes. */
public final class InvalidName extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public InvalidName(String what, String given) {
        super(
                what,
                "\"" + given + "\" is no name: two or more of a-z A-Z 0-9 _ . - and the first a letter or a digit",
                "a name such as \"web\" or \"web-1\"");
    }
}
