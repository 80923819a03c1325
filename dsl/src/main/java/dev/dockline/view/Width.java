package dev.dockline.view;

/** The width of text on a terminal, in columns. */
final class Width {
    private Width() {}

    /** How many columns a text takes: two for East Asian wide characters and emoji, none for marks that combine. */
    static int of(String text) {
        return text.codePoints().map(Width::of).sum();
    }

    /** The longest beginning of a text that fits, with an ellipsis where something was cut. */
    static String fit(String text, int columns, String ellipsis) {
        if (of(text) <= columns) {
            return text;
        }
        var out = new StringBuilder();
        int left = columns - of(ellipsis);
        for (int point : text.codePoints().toArray()) {
            left -= of(point);
            if (left < 0) {
                break;
            }
            out.appendCodePoint(point);
        }
        return out + ellipsis;
    }

    private static int of(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || type == Character.CONTROL) {
            return 0;
        }
        return wide(point) ? 2 : 1;
    }

    // The blocks that Unicode's East Asian Width calls wide or fullwidth, and the emoji.
    private static boolean wide(int c) {
        return c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0x303E
                || c >= 0x3041 && c <= 0x33FF
                || c >= 0x3400 && c <= 0x4DBF
                || c >= 0x4E00 && c <= 0x9FFF
                || c >= 0xA000 && c <= 0xA4CF
                || c >= 0xA960 && c <= 0xA97F
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1F64F
                || c >= 0x1F680 && c <= 0x1F6FF
                || c >= 0x1F900 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
    }
}
