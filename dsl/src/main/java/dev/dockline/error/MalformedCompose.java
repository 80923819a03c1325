package dev.dockline.error;

/** A Compose file says something that Dockline does not read. */
public final class MalformedCompose extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public MalformedCompose(String file, String why) {
        this(file, why, null);
    }

    /** As above, with what the reader of YAML said. */
    public MalformedCompose(String file, String why, Throwable cause) {
        super(
                "Cannot read \"" + file + "\"",
                why,
                "dockline convert " + file + " a.jsh, once it says that no more",
                cause);
    }
}
