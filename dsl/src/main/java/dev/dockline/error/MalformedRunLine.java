package dev.dockline.error;

/** A {@code docker run} line says something that Dockline does not read. */
public final class MalformedRunLine extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public MalformedRunLine(String line, String why) {
        super("Cannot read \"" + line + "\"", why, "docker run [flags] IMAGE [command…], with flags that have a noun");
    }
}
