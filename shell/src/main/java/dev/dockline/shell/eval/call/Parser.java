package dev.dockline.shell.eval.call;

import dev.dockline.shell.eval.Outcome.Form;
import dev.dockline.shell.eval.Token;
import dev.dockline.shell.eval.Token.Kind;
import dev.dockline.shell.eval.call.Expression.Call;
import dev.dockline.shell.eval.call.Expression.Literal;
import dev.dockline.shell.eval.call.Expression.Name;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.SourceVersion;

/** Reads calls, names and literals; all that it does not know gives null. */
final class Parser {
    private static final int MOST_DIGITS = 9;

    private final String text;
    private final List<Token> tokens;
    private int at;

    Parser(String text) {
        this.text = text;
        this.tokens = Token.of(text).stream()
                .filter(token -> token.kind() != Kind.COMMENT && token.kind() != Kind.LINE_END)
                .toList();
    }

    Statement statement() {
        var form = form();
        var variable = form == Form.EXPRESSION ? null : word(at - 2);
        var value = value();
        if (value == null || form == Form.EXPRESSION && value instanceof Literal) {
            return null;
        }
        boolean bare = at == tokens.size();
        if (!bare && !is(";")) {
            return null;
        }
        // A comment behind the last one belongs to it.
        var end = at + 1 < tokens.size() ? tokens.get(at).end() : text.length();
        var lacks = bare && form == Form.DECLARATION ? tokens.get(at - 1).end() : -1;
        return new Statement(form, variable, value, lacks, end);
    }

    private Form form() {
        var name = is("var") ? 1 : 0;
        if (!isIdentifier(name) || !word(name + 1).equals("=") || word(name + 2).equals("=")) {
            return Form.EXPRESSION;
        }
        at = name + 2;
        return name == 0 ? Form.ASSIGNMENT : Form.DECLARATION;
    }

    private Expression value() {
        var value = first();
        while (value != null && is(".")) {
            at++;
            value = isIdentifier(at) && word(at + 1).equals("(") ? call(value) : null;
        }
        return value;
    }

    private Expression first() {
        if (at == tokens.size()) {
            return null;
        } else if (is("true") || is("false")) {
            return new Literal(word(at++).equals("true"), boolean.class);
        } else if (isIdentifier(at)) {
            return word(at + 1).equals("(") ? call(null) : new Name(word(at++));
        }
        var token = tokens.get(at++);
        return switch (token.kind()) {
            case NUMBER -> number(token.in(text));
            case TEXT -> string(token.in(text));
            default -> null;
        };
    }

    private Call call(Expression receiver) {
        var name = word(at);
        var offset = tokens.get(at + 1).start();
        at += 2;
        var arguments = new ArrayList<Expression>();
        while (!is(")")) {
            var argument = arguments.isEmpty() || taken(",") ? value() : null;
            if (argument == null) {
                return null;
            }
            arguments.add(argument);
        }
        at++;
        return new Call(receiver, name, arguments, offset);
    }

    private boolean taken(String sign) {
        return is(sign) && at++ >= 0;
    }

    // Others, such as 0x10 and 1_000, are seldom typed.
    private static Literal number(String digits) {
        boolean plain = digits.length() <= MOST_DIGITS && digits.matches("0|[1-9][0-9]*");
        return plain ? new Literal(Integer.valueOf(digits), int.class) : null;
    }

    private static Literal string(String quoted) {
        if (quoted.startsWith("'") || quoted.startsWith("\"\"\"")) {
            return null;
        }
        try {
            return new Literal(quoted.substring(1, quoted.length() - 1).translateEscapes(), String.class);
        } catch (IllegalArgumentException otherEscape) {
            return null;
        }
    }

    private boolean is(String word) {
        return word(at).equals(word);
    }

    private boolean isIdentifier(int index) {
        return index < tokens.size()
                && tokens.get(index).kind() == Kind.WORD
                && !SourceVersion.isKeyword(tokens.get(index).in(text));
    }

    private String word(int index) {
        return index < tokens.size() ? tokens.get(index).in(text) : "";
    }
}
