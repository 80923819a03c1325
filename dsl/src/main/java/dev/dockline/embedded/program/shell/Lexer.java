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
    private static final String[] REDIRECTIONS = {"<<-", "<<", ">>", ">&", "<&", ">|", ">", "<"};

    /** A here-document whose lines are still to come: where its word stands among the tokens, and how it ends. */
    private record HereDocument(int index, Word end, boolean stripsTabs) {}

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<HereDocument> announced = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) throws SyntaxError {
        var lexer = new Lexer(text);
        do lexer.add(lexer.next());
        while (!(lexer.last(0) instanceof End));
        return lexer.tokens;
    }

    private Token last(int before) {
        return tokens.size() <= before ? null : tokens.get(tokens.size() - 1 - before);
    }

    private void add(Token token) {
        tokens.add(token);
        if (token instanceof Words words
                && last(1) instanceof Redirection redirection
                && redirection.operator().startsWith("<<"))
            announced.add(new HereDocument(
                    tokens.size() - 1, words.word(), redirection.operator().endsWith("-")));
    }

    // They follow the line that announces them, one after the other.
    private void readHereDocuments() throws SyntaxError {
        for (var document : announced) {
            var end = document.end.plain();
            var lines = new StringBuilder();
            while (true) {
                if (at >= text.length()) throw new SyntaxError("syntax error: unexpected end of file", true);
                var lineEnd = lineEnd();
                var line = text.substring(at, lineEnd);
                at = Math.min(lineEnd + 1, text.length());
                if (document.stripsTabs) line = line.replaceFirst("^\t+", "");
                if (line.equals(end)) break;
                lines.append(line).append('\n');
            }
            var literal = document.end.isQuoted();
            var body = literal
                    ? new Word(List.of(new Word.Text(lines.toString(), true)))
                    : WordReader.quoted(lines.toString());
            tokens.set(document.index, new Words(body));
        }
        announced.clear();
    }

    private Token next() throws SyntaxError {
        skipBlanks();
        if (at == text.length()) return new End();
        var redirection = redirection();
        if (redirection != null) return redirection;
        var operator = first(OPERATORS);
        if (operator != null) {
            at += operator.length();
            if (operator.equals("\n")) readHereDocuments();
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
