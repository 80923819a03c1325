package dev.dockline.shell.prompt;

import dev.dockline.shell.eval.Token;
import dev.dockline.shell.eval.Token.Kind;
import java.util.List;

/**
 * A name and what it is asked of: {@code container("web").sto} is {@code sto} of {@code container("web")}.
 *
 * @param receiver the expression before the dot, empty where there is none
 * @param name the name as far as it is typed
 */
record Member(String receiver, String name) {

    /** The method or the name that a text ends with; of one that ends within a call's brackets, the method called. */
    static Member at(String text) {
        var tokens = Token.of(text);
        var last = tokens.size() - 1;
        if (last >= 0 && isName(tokens.get(last), text)) {
            return of(tokens, last, text);
        }
        var call = openCall(tokens, text);
        return call >= 0
                ? of(tokens, call, text)
                : isDot(tokens, last, text) ? of(tokens, last + 1, text) : new Member("", "");
    }

    /** The whole of the name that a cursor is in, or the method whose arguments it is among. */
    static Member around(String text, int cursor) {
        var end = cursor;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return at(text.substring(0, end).replaceFirst("\\(\\)$", ""));
    }

    private static boolean isName(Token token, String text) {
        return token.kind() == Kind.WORD && token.end() == text.length();
    }

    // The word before the innermost bracket that is still open; -1 where there is none.
    private static int openCall(List<Token> tokens, String text) {
        var depth = 0;
        for (var i = tokens.size() - 1; i > 0; i--) {
            depth += tokens.get(i).kind() == Kind.CLOSE ? 1 : tokens.get(i).kind() == Kind.OPEN ? -1 : 0;
            if (depth < 0) {
                return text.charAt(tokens.get(i).start()) == '('
                                && tokens.get(i - 1).kind() == Kind.WORD
                        ? i - 1
                        : -1;
            }
        }
        return -1;
    }

    private static Member of(List<Token> tokens, int at, String text) {
        var name = at < tokens.size() ? tokens.get(at).in(text) : "";
        if (!isDot(tokens, at - 1, text)) {
            return new Member("", name);
        }
        var start = start(tokens, at - 2, text);
        return start < 0
                ? new Member("", name)
                : new Member(
                        text.substring(
                                tokens.get(start).start(), tokens.get(at - 1).start()),
                        name);
    }

    private static boolean isDot(List<Token> tokens, int at, String text) {
        return at >= 0 && at < tokens.size() && tokens.get(at).in(text).equals(".");
    }

    // Back over calls and dots to where the expression begins.
    private static int start(List<Token> tokens, int end, String text) {
        var at = end;
        while (at >= 0) {
            at = skipBrackets(tokens, at);
            if (at > 0
                    && tokens.get(at).kind() == Kind.OPEN
                    && tokens.get(at - 1).kind() == Kind.WORD) {
                at--;
            }
            if (!isDot(tokens, at - 1, text)) {
                return at;
            }
            at -= 2;
        }
        return -1;
    }

    private static int skipBrackets(List<Token> tokens, int end) {
        var depth = 0;
        for (var i = end; i >= 0; i--) {
            depth += tokens.get(i).kind() == Kind.CLOSE ? 1 : tokens.get(i).kind() == Kind.OPEN ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
