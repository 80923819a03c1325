package dev.dockline.embedded.program.shell;

import dev.dockline.embedded.program.shell.Token.End;
import dev.dockline.embedded.program.shell.Token.Operator;
import dev.dockline.embedded.program.shell.Token.Redirection;
import dev.dockline.embedded.program.shell.Token.Words;
import java.util.ArrayList;
import java.util.List;

/** Splits a script into words and operators. */
final class Lexer {
    private static final String[] OPERATORS = {"&&", "||", ";;", ";", "|", "&", "(", ")", "\n"};
    private static final String[] REDIRECTIONS = {"<<", ">>", ">&", "<&", ">|", ">", "<"};

    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) throws SyntaxError {
        var lexer = new Lexer(text);
        var tokens = new ArrayList<Token>();
        do tokens.add(lexer.next());
        while (!(tokens.get(tokens.size() - 1) instanceof End));
        return tokens;
    }

    private Token next() throws SyntaxError {
        skipBlanks();
        if (at == text.length()) return new End();
        var redirection = redirection();
        if (redirection != null) return redirection;
        var operator = first(OPERATORS);
        if (operator != null) {
            at += operator.length();
            return new Operator(operator.equals("\n") ? ";" : operator);
        }
        var reader = new WordReader(text, at);
        var word = reader.word();
        at = reader.position();
        return new Words(word);
    }

    private void skipBlanks() {
        while (at < text.length()) {
            var c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == '\r') at++;
            else if (text.startsWith("\\\n", at)) at += 2;
            else if (c == '#') at = lineEnd();
            else return;
        }
    }

    private int lineEnd() {
        var end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private Redirection redirection() throws SyntaxError {
        var digit = at + 1 < text.length() && Character.isDigit(text.charAt(at));
        var start = at;
        if (digit) at++;
        var operator = first(REDIRECTIONS);
        if (operator == null) {
            at = start;
            return null;
        }
        if (operator.equals("<<")) throw new SyntaxError("here-documents are not understood", false);
        at += operator.length();
        return new Redirection(digit ? text.charAt(start) - '0' : -1, operator);
    }

    private String first(String[] candidates) {
        for (var candidate : candidates) {
            if (text.startsWith(candidate, at)) return candidate;
        }
        return null;
    }
}
