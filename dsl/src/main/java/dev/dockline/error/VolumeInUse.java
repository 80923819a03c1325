package dev.dockline.error;

/** A volume is to be removed that a container holds. */
public final class VolumeInUse extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public VolumeInUse(String what, String name, String users, Throwable cause) {
        super(
                what,
                "it is held by " + users,
                "remove its containers first, then volume(\"" + name + "\").remove()",
                cause);
    }
}
