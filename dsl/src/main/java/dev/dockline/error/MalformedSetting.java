package dev.dockline.error;

/** A key=value string, a variable or a label, cannot be read. */
public final class MalformedSetting extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public MalformedSetting(String noun, String given, String why) {
        super("Cannot read " + noun + "(\"" + given + "\")", why, noun + "(\"KEY\", \"value\")");
    }
}
