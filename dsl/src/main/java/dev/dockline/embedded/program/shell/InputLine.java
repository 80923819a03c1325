package dev.dockline.embedded.program.shell;

import java.util.BitSet;

/** A line that read has read, taken apart from the left; what a backslash stood before separates nothing. */
final class InputLine {
    private final StringBuilder text = new StringBuilder();
    private final BitSet escaped = new BitSet();
    private int at;

    InputLine(String line, boolean raw) {
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (!raw && c == '\\' && i + 1 < line.length()) {
                c = line.charAt(++i);
                if (c == '\n') continue;
                escaped.set(text.length());
            }
            text.append(c);
        }
    }

    String whole() {
        return text.toString();
    }

    private boolean separates(int index, String separators) {
        return !escaped.get(index) && separators.indexOf(text.charAt(index)) >= 0;
    }

    private boolean isBlank(int index, String separators) {
        return separates(index, separators) && Character.isWhitespace(text.charAt(index));
    }

    private void skipBlanks(String separators) {
        while (at < text.length() && isBlank(at, separators)) at++;
    }

    /** The next field. */
    String next(String separators) {
        skipBlanks(separators);
        var from = at;
        while (at < text.length() && !separates(at, separators)) at++;
        var field = text.substring(from, at);
        skipBlanks(separators);
        if (at < text.length() && separates(at, separators)) at++;
        return field;
    }

    /** All that is left, without blanks around it. */
    String rest(String separators) {
        skipBlanks(separators);
        var end = text.length();
        while (end > at && isBlank(end - 1, separators)) end--;
        return text.substring(at, end);
    }
}
