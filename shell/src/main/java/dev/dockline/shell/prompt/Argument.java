package dev.dockline.shell.prompt;

import dev.dockline.shell.eval.Token;
import dev.dockline.shell.eval.Token.Kind;
import java.util.List;
import java.util.Optional;

/**
 * The string that is being typed: which argument of which method it is.
 *
 * @param method the method's name, empty where it is the argument of none
 * @param index which argument, counted from 0
 * @param start where its text begins, behind the quotation mark
 */
record Argument(String method, int index, int start) {

    /** The string at the end of a text, if there is one that nothing closes. */
    static Optional<Argument> at(String text) {
        var tokens = Token.of(text);
        if (tokens.isEmpty() || !isOpenString(tokens.get(tokens.size() - 1), text)) {
            return Optional.empty();
        }
        return Optional.of(of(tokens, text));
    }

    private static boolean isOpenString(Token token, String text) {
        return token.kind() == Kind.OPEN_TEXT
                && token.end() == text.length()
                && text.charAt(token.start()) == '"'
                && !text.startsWith("\"\"\"", token.start());
    }

    private static Argument of(List<Token> tokens, String text) {
        var start = tokens.get(tokens.size() - 1).start() + 1;
        var depth = 0;
        var index = 0;
        for (var i = tokens.size() - 2; i >= 0; i--) {
            var token = tokens.get(i);
            if (token.kind() == Kind.CLOSE) {
                depth++;
            } else if (token.kind() == Kind.OPEN && depth-- == 0) {
                return new Argument(i == 0 ? "" : word(tokens.get(i - 1), text), index, start);
            } else if (depth == 0 && token.in(text).equals(",")) {
                index++;
            }
        }
        return new Argument("", 0, start);
    }

    private static String word(Token token, String text) {
        return token.kind() == Kind.WORD ? token.in(text) : "";
    }
}
