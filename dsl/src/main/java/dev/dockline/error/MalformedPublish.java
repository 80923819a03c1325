package dev.dockline.error;

/** A string in the form of -p cannot be read. */
public final class MalformedPublish extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public MalformedPublish(String given, String why) {
        super(
                "Cannot read publish(\"" + given + "\")",
                why,
                "publish(\"127.0.0.1:8080:80/tcp\"): [address:][host port:]container port[/protocol]");
    }
}
