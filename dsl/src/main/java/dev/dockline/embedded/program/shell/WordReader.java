package dev.dockline.embedded.program.shell;

import dev.dockline.embedded.program.shell.Word.Arithmetic;
import dev.dockline.embedded.program.shell.Word.Command;
import dev.dockline.embedded.program.shell.Word.Part;
import dev.dockline.embedded.program.shell.Word.Text;
import dev.dockline.embedded.program.shell.Word.Variable;
import java.util.ArrayList;
import java.util.List;

/** Reads one word: quotes, backslashes, and what a dollar sign begins. */
final class WordReader {
    private static final String ENDS = " \t\r\n;&|()<>";
    private static final String SPECIAL = "?$#@*!-0123456789";
    private static final String[] VARIABLE_OPERATORS = {":-", ":=", ":+", ":?", "-", "=", "+", "?", "##", "#", "%%", "%"
    };

    private final String text;
    private int at;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();

    WordReader(String text, int at) {
        this.text = text;
        this.at = at;
    }

    int position() {
        return at;
    }

    Word word() throws SyntaxError {
        return until(ENDS);
    }

    /** A whole text as one word, as if between double quotes. */
    static Word quoted(String text) throws SyntaxError {
        var reader = new WordReader(text, 0);
        while (reader.at < text.length()) reader.inDoubleQuotes();
        reader.flush(true);
        return new Word(reader.parts);
    }

    private Word until(String ends) throws SyntaxError {
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) piece();
        flush(false);
        return new Word(parts);
    }

    private void piece() throws SyntaxError {
        switch (text.charAt(at)) {
            case '\'' -> singleQuotes();
            case '"' -> doubleQuotes();
            case '\\' -> backslash();
            case '$' -> dollar(false);
            case '`' -> backquotes(false);
            default -> plain.append(text.charAt(at++));
        }
    }

    private void flush(boolean quoted) {
        if (plain.length() > 0) parts.add(new Text(plain.toString(), quoted));
        plain.setLength(0);
    }

    private void singleQuotes() throws SyntaxError {
        flush(false);
        var end = text.indexOf('\'', at + 1);
        if (end < 0) throw SyntaxError.unterminated("quoted string");
        parts.add(new Text(text.substring(at + 1, end), true));
        at = end + 1;
    }

    private void doubleQuotes() throws SyntaxError {
        flush(false);
        at++;
        var before = parts.size();
        while (at < text.length() && text.charAt(at) != '"') inDoubleQuotes();
        if (at == text.length()) throw SyntaxError.unterminated("quoted string");
        at++;
        flush(true);
        if (parts.size() == before) parts.add(new Text("", true));
    }

    private void inDoubleQuotes() throws SyntaxError {
        var c = text.charAt(at);
        if (c == '$') dollar(true);
        else if (c == '`') backquotes(true);
        else if (c == '\\' && at + 1 < text.length() && "$`\"\\\n".indexOf(text.charAt(at + 1)) >= 0) {
            if (text.charAt(at + 1) != '\n') plain.append(text.charAt(at + 1));
            at += 2;
        } else {
            plain.append(c);
            at++;
        }
    }

    private void backslash() {
        flush(false);
        if (at + 1 == text.length()) parts.add(new Text("\\", true));
        else if (text.charAt(at + 1) != '\n') parts.add(new Text(text.substring(at + 1, at + 2), true));
        at = Math.min(at + 2, text.length());
    }

    private void dollar(boolean quoted) throws SyntaxError {
        var next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (!(next == '{' || next == '(' || SPECIAL.indexOf(next) >= 0 || isNameStart(next))) {
            plain.append('$');
            at++;
            return;
        }
        flush(quoted);
        at++;
        if (text.startsWith("((", at)) arithmetic(quoted);
        else if (next == '(') parts.add(new Command(enclosed('(', ')'), quoted));
        else if (next == '{') braces(quoted);
        else parts.add(new Variable(name(), "", null, quoted));
    }

    private void arithmetic(boolean quoted) throws SyntaxError {
        var inner = enclosed('(', ')');
        if (!inner.startsWith("(") || !inner.endsWith(")")) throw SyntaxError.unexpected("\"((\"");
        parts.add(new Arithmetic(quoted(inner.substring(1, inner.length() - 1)), quoted));
    }

    private void braces(boolean quoted) throws SyntaxError {
        var inner = enclosed('{', '}');
        var length = inner.startsWith("#") && inner.length() > 1;
        var reader = new WordReader(inner, length ? 1 : 0);
        var name = reader.name();
        if (name.isEmpty()) throw new SyntaxError("syntax error: bad substitution", false);
        var rest = inner.substring(reader.at);
        if (length || rest.isEmpty()) {
            parts.add(new Variable(name, length ? "length" : "", null, quoted));
            return;
        }
        for (var operator : VARIABLE_OPERATORS) {
            if (!rest.startsWith(operator)) continue;
            var other = new WordReader(rest, operator.length()).until("");
            parts.add(new Variable(name, operator, other, quoted));
            return;
        }
        throw new SyntaxError("syntax error: bad substitution", false);
    }

    private String name() {
        var start = at;
        if (at < text.length() && SPECIAL.indexOf(text.charAt(at)) >= 0) return text.substring(at, ++at);
        while (at < text.length() && isNamePart(text.charAt(at))) at++;
        return text.substring(start, at);
    }

    /** The text between a bracket and its partner, past quotes and nested ones; the position is after it. */
    private String enclosed(char open, char close) throws SyntaxError {
        var start = at + 1;
        var depth = 0;
        for (; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c == '\\') at++;
            else if (c == '\'' || c == '"') at = closingQuote(c);
            else if (c == open) depth++;
            else if (c == close && --depth == 0) return text.substring(start, at++);
        }
        throw SyntaxError.unterminated("\"" + open + "\"");
    }

    private int closingQuote(char quote) throws SyntaxError {
        for (var i = at + 1; i < text.length(); i++) {
            if (quote == '"' && text.charAt(i) == '\\') i++;
            else if (text.charAt(i) == quote) return i;
        }
        throw SyntaxError.unterminated("quoted string");
    }

    private void backquotes(boolean quoted) throws SyntaxError {
        flush(quoted);
        var end = text.indexOf('`', at + 1);
        if (end < 0) throw SyntaxError.unterminated("backquote");
        parts.add(new Command(text.substring(at + 1, end), quoted));
        at = end + 1;
    }

    private static boolean isNameStart(char c) {
        return c == '_' || c < 128 && Character.isLetter(c);
    }

    static boolean isNamePart(char c) {
        return isNameStart(c) || c >= '0' && c <= '9';
    }
}
