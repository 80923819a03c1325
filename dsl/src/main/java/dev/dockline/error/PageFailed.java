package dev.dockline.error;

/** A page was asked for, and none came. */
public final class PageFailed extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public PageFailed(String what, String why, int port, Throwable cause) {
        super(what, why, "readyOnHttp(" + port + ", \"/\") in the declaration, and logs() for what it says", cause);
    }
}
