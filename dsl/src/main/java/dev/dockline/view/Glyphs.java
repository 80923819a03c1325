package dev.dockline.view;

import java.util.regex.Pattern;

/** The signs that our tables and pictures use beyond ASCII, and what stands for them where only that can be shown. */
final class Glyphs {
    private static final Pattern COMMANDS = Pattern.compile("[\\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+");

    private Glyphs() {}

    static String shown(String text, Style style) {
        return style.ascii()
                ? text.replace("→", "->")
                        .replace("←", "<-")
                        .replace("…", "...")
                        .replace("├─", "+-")
                        .replace("└─", "`-")
                        .replace("│", "|")
                : text;
    }

    /** Without what would move the cursor, change the colours or turn the direction of a terminal. */
    static String harmless(String text) {
        return COMMANDS.matcher(text).replaceAll(" ");
    }

    static String ellipsis(Style style) {
        return style.ascii() ? "~" : "…";
    }
}
