package dev.dockline.shell.eval;

import dev.dockline.shell.eval.Token.Kind;
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

    private Breaks() {}

    /** The offsets just behind such lines, in order; the end of the text is always the last. */
    static List<Integer> of(String text) {
        var ends = new ArrayList<Integer>();
        var tokens = Token.of(text);
        var next = next(tokens, text.length());
        var depth = 0;
        for (var i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            depth = Math.max(0, depth + token.step());
            if (token.kind() == Kind.LINE_END && depth == 0 && !goesOn(text, next[i])) {
                ends.add(token.end());
            }
        }
        ends.add(text.length());
        return ends;
    }

    /** Where, behind each token, the text goes on with something other than comments. */
    private static int[] next(List<Token> tokens, int end) {
        var next = new int[tokens.size()];
        var at = end;
        for (var i = tokens.size() - 1; i >= 0; i--) {
            next[i] = at;
            var kind = tokens.get(i).kind();
            if (kind != Kind.LINE_END && kind != Kind.COMMENT) {
                at = tokens.get(i).start();
            }
        }
        return next;
    }

    private static boolean goesOn(String text, int next) {
        var rest = text.substring(next, Math.min(text.length(), next + 12));
        if (rest.startsWith(".")) {
            return rest.length() > 1 && !Character.isDigit(rest.charAt(1));
        }
        return CONTINUING_SIGNS.stream().anyMatch(rest::startsWith)
                || rest.startsWith("+ ")
                || rest.startsWith("- ")
                || CONTINUING_WORDS.stream().anyMatch(word -> rest.matches("(?s)" + word + "\\b.*"));
    }
}
