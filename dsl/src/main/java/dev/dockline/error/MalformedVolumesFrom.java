package dev.dockline.error;

/** A string in the form of --volumes-from cannot be read. */
public final class MalformedVolumesFrom extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public MalformedVolumesFrom(String given, String why) {
        super("Cannot read volumesFrom(\"" + given + "\")", why, "volumesFrom(\"dbdata:ro\"): container[:ro]");
    }
}
