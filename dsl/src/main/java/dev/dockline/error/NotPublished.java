package dev.dockline.error;

/** A port was asked for that is not published. */
public final class NotPublished extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public NotPublished(String what, int port, String published) {
        super(
                what,
                "port " + port + " is not published" + published,
                "publish(" + port + ") before run(), or ports() to see what is");
    }
}
