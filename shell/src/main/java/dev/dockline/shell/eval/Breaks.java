package dev.dockline.shell.eval;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the line ends at which a snippet may end: outside brackets, strings and comments, and not before a line that
 * goes on with the one above.
 */
final class Breaks {
    private static final List<String> CONTINUING_WORDS = List.of("else", "catch", "finally", "instanceof");
    private static final List<String> CONTINUING_SIGNS =
            List.of("?", ":", "&&", "||", "&", "|", "^", "*", "%", "==", "!=", "<", ">", "=", ",", ")", "]", "->");

    private final String text;
    private final List<Integer> ends = new ArrayList<>();
    private int depth;
    private int at;

    private Breaks(String text) {
        this.text = text;
    }

    /** The offsets just behind such lines, in order; the end of the text is always the last. */
    static List<Integer> of(String text) {
        return new Breaks(text).find();
    }

    private List<Integer> find() {
        while (at < text.length()) {
            var c = text.charAt(at);
            if (c == '\n') {
                lineEnd();
            } else if (Trivia.startsComment(text, at)) {
                at = Trivia.commentEnd(text, at);
            } else if (c == '"' || c == '\'') {
                at = literalEnd(c);
            } else {
                depth = Math.max(0, depth + ("([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0));
                at++;
            }
        }
        ends.add(text.length());
        return ends;
    }

    private void lineEnd() {
        at++;
        if (depth == 0 && !goesOn(Trivia.skip(text, at))) {
            ends.add(at);
        }
    }

    private boolean goesOn(int next) {
        var rest = text.substring(next, Math.min(text.length(), next + 12));
        if (rest.startsWith(".")) {
            return rest.length() > 1 && !Character.isDigit(rest.charAt(1));
        }
        return CONTINUING_SIGNS.stream().anyMatch(rest::startsWith)
                || rest.startsWith("+ ")
                || rest.startsWith("- ")
                || CONTINUING_WORDS.stream().anyMatch(word -> rest.matches("(?s)" + word + "\\b.*"));
    }

    private int literalEnd(char quote) {
        if (quote == '"' && text.startsWith("\"\"\"", at)) {
            return textBlockEnd();
        }
        for (var i = at + 1; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\n') {
                return i;
            } else if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i + 1;
            }
        }
        return text.length();
    }

    private int textBlockEnd() {
        for (var i = at + 3; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.startsWith("\"\"\"", i)) {
                return i + 3;
            }
        }
        return text.length();
    }
}
