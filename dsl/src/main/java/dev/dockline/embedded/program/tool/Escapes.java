package dev.dockline.embedded.program.tool;

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
            else result.append('\\').append(next);
        }
        return result.toString();
    }

    private static int octal(String text, int start, StringBuilder result) {
        var end = start;
        while (end < text.length() && end < start + 4 && text.charAt(end) >= '0' && text.charAt(end) <= '7') end++;
        result.append((char) (Integer.parseInt(text.substring(start, end), 8) & 255));
        return end - 1;
    }
}
