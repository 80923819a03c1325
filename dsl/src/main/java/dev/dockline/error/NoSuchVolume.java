package dev.dockline.error;

/** A verb named a volume that the engine does not have. */
public final class NoSuchVolume extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public NoSuchVolume(String what, String name, Throwable cause) {
        super(what, "there is no volume \"" + name + "\"", "volumes() to see what is there", cause);
    }
}
