package dev.dockline.shell.narrate;

import java.util.regex.Pattern;

/** Tables of Dockline's within a text that is meant to be code: what is copied from a page across cells has them. */
public final class UnmarkedOutput {
    /** What to do about it. */
    public static final String TRY = "dockline FILE.ipynb; this has output in it, and nothing that tells it from code";

    private static final Pattern TABLE = Pattern.compile("(?m)^\\s*(?:NAME\\s+IMAGE\\s+STATE|VOLUME\\s+(?:DRIVER|PATH)"
            + "|NETWORK\\s+DRIVER|IMAGE\\s+ID\\s+SIZE|MODE\\s+OWNER|ARCHIVE\\s+VOLUMES)\\b");

    private UnmarkedOutput() {}

    /** Whether there is any. */
    public static boolean isIn(String text) {
        return TABLE.matcher(text).find();
    }
}
