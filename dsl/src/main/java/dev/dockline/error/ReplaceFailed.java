package dev.dockline.error;

/** A container could not be replaced; the old one is as it was, unless the text says otherwise. */
public final class ReplaceFailed extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts; {@code old} tells how the old container is now. */
    public ReplaceFailed(String what, String old, DocklineException cause) {
        super(what, cause.why() + "; " + old, cause.next(), cause);
    }
}
