package dev.dockline.error;

/** A string in the form of --link cannot be read. */
public final class MalformedLink extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public MalformedLink(String given, String why) {
        super("Cannot read link(\"" + given + "\")", why, "link(\"db:db\"): container[:alias]");
    }
}
