package dev.dockline.shell.narrate;

import java.util.regex.Pattern;

/** A text without what would command the terminal it is shown on: colours may pass, and nothing else. */
final class Harmless {
    // A colour is kept as it is; whole other sequences go, and so do single control characters.
    private static final Pattern COMMANDS = Pattern.compile("(\u001b\\[[0-9;]*m)"
            + "|\u001b\\[[0-9;?]*[ -/]*[@-~]|\u001b\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)?|\u001b."
            + "|[\\p{Cc}&&[^\n\t]]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]");

    private Harmless() {}

    static String text(String text) {
        return COMMANDS.matcher(text.replace("\r\n", "\n"))
                .replaceAll(
                        found -> found.group(1) == null ? "" : found.group(1).replace("\\", "\\\\"));
    }
}
