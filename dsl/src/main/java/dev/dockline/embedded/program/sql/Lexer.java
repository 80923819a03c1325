package dev.dockline.embedded.program.sql;

import dev.dockline.embedded.program.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Takes a text apart: quotes, dollar quotes, escapes and comments are those of PostgreSQL. */
final class Lexer {
    private static final String ESCAPED = "bfnrt";
    private static final String UNESCAPED = "\b\f\n\r\t";

    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        var lexer = new Lexer(text);
        var tokens = new ArrayList<Token>();
        while (lexer.at < text.length()) tokens.add(lexer.next());
        return tokens;
    }

    private Token next() {
        var c = text.charAt(at);
        if (Character.isWhitespace(c) || starts("--") || starts("/*")) return space();
        if (c == '\'') return new Token(Kind.STRING, string(false));
        if ((c == 'E' || c == 'e') && charAt(at + 1) == '\'') {
            at++;
            return new Token(Kind.STRING, string(true));
        }
        if (c == '"') return new Token(Kind.NAME, upTo(closing('"')));
        if (c == '$') return dollar();
        if (Character.isDigit(c)) return new Token(Kind.NUMBER, number());
        if (isWord(c)) return new Token(Kind.WORD, word());
        return new Token(Kind.SYMBOL, upTo(at + (starts("::") ? 2 : 1)));
    }

    private boolean starts(String with) {
        return text.startsWith(with, at);
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    private String upTo(int end) {
        var part = text.substring(at, end);
        at = end;
        return part;
    }

    private Token space() {
        if (starts("/*")) {
            comment();
        } else if (starts("--")) {
            var end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        } else {
            at++;
        }
        return new Token(Kind.SPACE, " ");
    }

    // They nest.
    private void comment() {
        var depth = 0;
        do {
            if (starts("/*")) {
                depth++;
                at++;
            } else if (starts("*/")) {
                depth--;
                at++;
            }
            at++;
        } while (depth > 0 && at < text.length());
        if (depth > 0) throw SqlError.error("42601", "unterminated /* comment");
    }

    private int closing(char quote) {
        for (var end = at + 1; end < text.length(); end++) {
            if (text.charAt(end) != quote) continue;
            if (charAt(end + 1) != quote) return end + 1;
            end++;
        }
        throw SqlError.error("42601", quote == '"' ? "unterminated quoted identifier" : "unterminated quoted string");
    }

    private String string(boolean escapes) {
        if (!escapes) return upTo(closing('\''));
        var value = new StringBuilder();
        for (at++; ; at++) {
            if (at >= text.length()) throw SqlError.error("42601", "unterminated quoted string");
            var c = text.charAt(at);
            if (c == '\'' && charAt(at + 1) != '\'') break;
            if (c == '\'') at++;
            value.append(c == '\\' ? escaped() : c);
        }
        at++;
        return quoted(value.toString());
    }

    private char escaped() {
        var c = charAt(++at);
        if (c == 'u') {
            var code = Integer.parseInt(text.substring(at + 1, at + 5), 16);
            at += 4;
            return (char) code;
        }
        var simple = ESCAPED.indexOf(c);
        return simple < 0 ? c : UNESCAPED.charAt(simple);
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private Token dollar() {
        if (Character.isDigit(charAt(at + 1))) {
            at++;
            return new Token(Kind.PARAMETER, "?" + number());
        }
        var end = at + 1;
        while (isWord(charAt(end))) end++;
        if (charAt(end) != '$') return new Token(Kind.SYMBOL, upTo(at + 1));
        var tag = text.substring(at, end + 1);
        var close = text.indexOf(tag, end + 1);
        if (close < 0) throw SqlError.error("42601", "unterminated dollar-quoted string");
        at = close + tag.length();
        return new Token(Kind.STRING, quoted(text.substring(end + 1, close)));
    }

    private String number() {
        var end = at;
        while (Character.isLetterOrDigit(charAt(end)) || charAt(end) == '.' || isExponentSign(end)) end++;
        return upTo(end);
    }

    private boolean isExponentSign(int index) {
        var before = Character.toLowerCase(charAt(index - 1));
        return (charAt(index) == '-' || charAt(index) == '+') && before == 'e';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private String word() {
        var end = at;
        while (isWord(charAt(end)) || charAt(end) == '$') end++;
        return upTo(end);
    }
}
