package dev.dockline.embedded.program.tool;

import java.nio.charset.StandardCharsets;

/** Backslash sequences of {@code echo -e} and {@code printf}. */
final class Escapes {
    private Escapes() {}

    static String expand(String text) {
        var result = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                result.append(c);
                continue;
            }
            var next = text.charAt(++i);
            var plain = "abefnrtv\\".indexOf(next);
            if (plain >= 0) result.append("\u0007\b\u001b\f\n\r\t\u000b\\".charAt(plain));
            else if (next >= '0' && next <= '7') i = octal(text, i, result);
            else if (next == 'x' && i + 1 < text.length() && Character.digit(text.charAt(i + 1), 16) >= 0)
                i = hex(text, i, result);
            else result.append('\\').append(next);
        }
        return result.toString();
    }

    /** A text with each of its bytes as a character, for what may make bytes that are no text. */
    static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static int hex(String text, int start, StringBuilder result) {
        var end = start + 1;
        while (end < text.length() && end < start + 3 && Character.digit(text.charAt(end), 16) >= 0) end++;
        result.append((char) Integer.parseInt(text.substring(start + 1, end), 16));
        return end - 1;
    }

    private static int octal(String text, int start, StringBuilder result) {
        var end = start;
        while (end < text.length() && end < start + 4 && text.charAt(end) >= '0' && text.charAt(end) <= '7') end++;
        result.append((char) (Integer.parseInt(text.substring(start, end), 8) & 255));
        return end - 1;
    }
}
