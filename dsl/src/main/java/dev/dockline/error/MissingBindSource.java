package dev.dockline.error;

/** A folder or file of the host that was to be bound is not there. */
public final class MissingBindSource extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public MissingBindSource(String what, String given, String resolved) {
        super(
                what,
                "there is no \"" + resolved + "\" on this host (given as \"" + given + "\")",
                "Files.createDirectories(Path.of(\"" + resolved + "\")), or another path");
    }
}
