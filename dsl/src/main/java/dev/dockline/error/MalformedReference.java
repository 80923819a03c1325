package dev.dockline.error;

/** A string is no image reference. */
public final class MalformedReference extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public MalformedReference(String given, String why) {
        super(
                "Cannot read image(\"" + given + "\")",
                why,
                "image(\"training/webapp:latest\"): name[:tag], in lower case");
    }
}
