package dev.dockline.shell.eval;

/** Blanks and comments between snippets. */
final class Trivia {
    private Trivia() {}

    /** The offset of the first character at or after the given one that is neither. */
    static int skip(String text, int from) {
        var at = from;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (startsComment(text, at)) {
                at = commentEnd(text, at);
            } else {
                return at;
            }
        }
        return at;
    }

    static boolean startsComment(String text, int at) {
        return text.startsWith("//", at) || text.startsWith("/*", at);
    }

    /** The offset behind the comment; that of a line comment's line end, which may matter by itself. */
    static int commentEnd(String text, int at) {
        var block = text.startsWith("/*", at);
        var end = text.indexOf(block ? "*/" : "\n", at + 2);
        return end < 0 ? text.length() : block ? end + 2 : end;
    }
}
