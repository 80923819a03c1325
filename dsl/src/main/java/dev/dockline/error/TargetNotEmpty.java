package dev.dockline.error;

/** A volume is to be cloned or moved to a name that another volume has. */
public final class TargetNotEmpty extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public TargetNotEmpty(String what, String target) {
        super(
                what,
                "there is a volume \"" + target + "\" already",
                "another name, or volume(\"" + target + "\").remove() first");
    }
}
