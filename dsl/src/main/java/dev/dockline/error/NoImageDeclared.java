package dev.dockline.error;

/** A container is to be made from a declaration without an image. */
public final class NoImageDeclared extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public NoImageDeclared(String what, String call) {
        super(what, "the declaration names no image", call + ".image(\"busybox\")");
    }
}
