package dev.dockline.shell.eval;

import java.util.ArrayList;
import java.util.List;

/** A part of a text of Java, whole or not: from one offset to another. Blanks between the parts are none. */
public record Token(Kind kind, int start, int end) {
    private static final String TEXT_BLOCK = "\"\"\"";

    /** What it is, as far as can be told without a parser. */
    public enum Kind {
        WORD,
        NUMBER,
        /** A string, a character or a text block. */
        TEXT,
        /** One that nothing closes. */
        OPEN_TEXT,
        COMMENT,
        OPEN,
        CLOSE,
        SIGN,
        LINE_END
    }

    /** The parts of a text, in order. */
    public static List<Token> of(String text) {
        var tokens = new ArrayList<Token>();
        for (var at = 0; at < text.length(); ) {
            var token = at(text, at);
            if (token != null) {
                tokens.add(token);
            }
            at = token == null ? at + 1 : token.end;
        }
        return tokens;
    }

    private static Token at(String text, int at) {
        var c = text.charAt(at);
        if (c == '\n') {
            return new Token(Kind.LINE_END, at, at + 1);
        } else if (Character.isWhitespace(c)) {
            return null;
        } else if (Trivia.startsComment(text, at)) {
            return new Token(Kind.COMMENT, at, Trivia.commentEnd(text, at));
        } else if (text.startsWith(TEXT_BLOCK, at)) {
            return closed(at, blockEnd(text, at), text);
        } else if (c == '"' || c == '\'') {
            return closed(at, literalEnd(text, at, c), text);
        } else if (Character.isDigit(c)) {
            return new Token(Kind.NUMBER, at, numberEnd(text, at));
        } else if (Character.isJavaIdentifierStart(c)) {
            return new Token(Kind.WORD, at, wordEnd(text, at));
        }
        var kind = "([{".indexOf(c) >= 0 ? Kind.OPEN : ")]}".indexOf(c) >= 0 ? Kind.CLOSE : Kind.SIGN;
        return new Token(kind, at, at + 1);
    }

    /** An end below zero says that there is none, and where the text stops. */
    private static Token closed(int start, int end, String text) {
        return end < 0 ? new Token(Kind.OPEN_TEXT, start, -end) : new Token(Kind.TEXT, start, end);
    }

    private static int literalEnd(String text, int start, char quote) {
        for (var i = start + 1; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\n') {
                return -i;
            } else if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i + 1;
            }
        }
        return -text.length();
    }

    private static int blockEnd(String text, int start) {
        for (var i = start + TEXT_BLOCK.length(); i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.startsWith(TEXT_BLOCK, i)) {
                return i + TEXT_BLOCK.length();
            }
        }
        return -text.length();
    }

    private static int wordEnd(String text, int start) {
        var end = start;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    // With its fraction, its radix and what tells its type.
    private static int numberEnd(String text, int start) {
        var end = wordEnd(text, start);
        var fraction = end + 1 < text.length() && text.charAt(end) == '.' && Character.isDigit(text.charAt(end + 1));
        return fraction ? wordEnd(text, end + 1) : end;
    }

    /** How many brackets a text leaves open; closing ones without an opening one do not count. */
    public static int depth(String text) {
        var depth = 0;
        for (var token : of(text)) {
            depth = Math.max(0, depth + token.step());
        }
        return depth;
    }

    int step() {
        return kind == Kind.OPEN ? 1 : kind == Kind.CLOSE ? -1 : 0;
    }

    /** The characters themselves. */
    public String in(String text) {
        return text.substring(start, end);
    }
}
