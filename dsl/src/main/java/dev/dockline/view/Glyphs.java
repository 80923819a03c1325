package dev.dockline.view;

/** The signs that our tables and pictures use beyond ASCII, and what stands for them where only that can be shown. */
final class Glyphs {
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

    static String ellipsis(Style style) {
        return style.ascii() ? "~" : "…";
    }
}
