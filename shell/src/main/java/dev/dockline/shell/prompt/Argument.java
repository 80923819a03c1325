package dev.dockline.shell.prompt;

import dev.dockline.shell.eval.Token;
import dev.dockline.shell.eval.Token.Kind;
import java.util.List;
import java.util.Optional;

/**
 * The argument that is being typed: which one of which method it is.
 *
 * @param call the method and what it is called on, without a name where it is the argument of none
 * @param index which argument, counted from 0
 * @param start where its text begins, behind the quotation mark
 */
record Argument(Member call, int index, int start) {

    /** The string at the end of a text, if there is one that nothing closes. */
    static Optional<Argument> string(String text) {
        var tokens = Token.of(text);
        if (tokens.isEmpty() || !isOpenString(tokens.get(tokens.size() - 1), text)) {
            return Optional.empty();
        }
        return Optional.of(of(tokens, text, tokens.get(tokens.size() - 1).start() + 1));
    }

    /** The number at the end of a text, or the place right behind a bracket, where one may begin. */
    static Optional<Argument> number(String text) {
        var tokens = Token.of(text);
        var last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        if (last == null || last.end() != text.length()) {
            return Optional.empty();
        } else if (last.kind() == Kind.NUMBER) {
            return Optional.of(of(tokens, text, last.start()));
        }
        return last.kind() == Kind.OPEN
                ? Optional.of(new Argument(Member.at(text.substring(0, last.start())), 0, text.length()))
                : Optional.empty();
    }

    private static boolean isOpenString(Token token, String text) {
        return token.kind() == Kind.OPEN_TEXT
                && token.end() == text.length()
                && text.charAt(token.start()) == '"'
                && !text.startsWith("\"\"\"", token.start());
    }

    private static Argument of(List<Token> tokens, String text, int start) {
        var depth = 0;
        var index = 0;
        for (var i = tokens.size() - 2; i >= 0; i--) {
            var token = tokens.get(i);
            if (token.kind() == Kind.CLOSE) {
                depth++;
            } else if (token.kind() == Kind.OPEN && depth-- == 0) {
                return new Argument(Member.at(text.substring(0, token.start())), index, start);
            } else if (depth == 0 && token.in(text).equals(",")) {
                index++;
            }
        }
        return new Argument(new Member("", ""), 0, start);
    }
}
