package dev.dockline.error;

/** A string in the form of -v cannot be read. */
public final class MalformedVolume extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public MalformedVolume(String given, String why) {
        super(
                "Cannot read volume(\"" + given + "\")",
                why,
                "volume(\"data:/data:ro\"): [name or host path:]path in the container[:ro]");
    }
}
