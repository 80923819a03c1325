package dev.dockline.view;

/** The colours of a table: green for what is new, yellow for what changed, red for what is gone. */
public enum Ink {
    PLAIN(""),
    HEADING("\u001b[2m"),
    NEW("\u001b[32m"),
    CHANGED("\u001b[33m"),
    GONE("\u001b[31m");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    static Ink of(String mark) {
        return switch (mark) {
            case "+" -> NEW;
            case "~" -> CHANGED;
            case "-" -> GONE;
            default -> PLAIN;
        };
    }

    /** A text in this colour, where colours are understood. */
    public String on(String text, Style style) {
        return style.colour() && !code.isEmpty() ? code + text + "\u001b[0m" : text;
    }
}
