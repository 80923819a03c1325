package dev.dockline.embedded.program.shell;

import java.util.function.Function;

/** Evaluates what stands between {@code $((} and {@code ))}. */
final class Arithmetic {
    private static final String[][] LEVELS = {
        {"||"}, {"&&"}, {"==", "!="}, {"<=", ">=", "<", ">"}, {"+", "-"}, {"*", "/", "%"},
    };

    private final String text;
    private final Function<String, String> variables;
    private int at;

    private Arithmetic(String text, Function<String, String> variables) {
        this.text = text;
        this.variables = variables;
    }

    static long evaluate(String text, Function<String, String> variables) throws SyntaxError {
        var reader = new Arithmetic(text, variables);
        var value = reader.binary(0);
        reader.skipBlanks();
        if (reader.at < text.length()) throw syntax();
        return value;
    }

    private static SyntaxError syntax() {
        return new SyntaxError("arithmetic syntax error", false);
    }

    private long binary(int level) throws SyntaxError {
        if (level == LEVELS.length) return unary();
        var left = binary(level + 1);
        for (var operator = accept(LEVELS[level]); operator != null; operator = accept(LEVELS[level]))
            left = apply(left, operator, binary(level + 1));
        return left;
    }

    private static long apply(long left, String operator, long right) throws SyntaxError {
        return switch (operator) {
            case "||" -> left != 0 || right != 0 ? 1 : 0;
            case "&&" -> left != 0 && right != 0 ? 1 : 0;
            case "==" -> left == right ? 1 : 0;
            case "!=" -> left != right ? 1 : 0;
            case "<=" -> left <= right ? 1 : 0;
            case ">=" -> left >= right ? 1 : 0;
            case "<" -> left < right ? 1 : 0;
            case ">" -> left > right ? 1 : 0;
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / divisor(right);
            default -> left % divisor(right);
        };
    }

    private static long divisor(long value) throws SyntaxError {
        if (value == 0) throw new SyntaxError("divide by zero", false);
        return value;
    }

    private String accept(String... operators) {
        skipBlanks();
        for (var operator : operators) {
            if (!text.startsWith(operator, at)) continue;
            at += operator.length();
            return operator;
        }
        return null;
    }

    private long unary() throws SyntaxError {
        if (accept("-") != null) return -unary();
        if (accept("+") != null) return unary();
        if (accept("!") != null) return unary() == 0 ? 1 : 0;
        if (accept("(") == null) return operand();
        var value = binary(0);
        if (accept(")") == null) throw syntax();
        return value;
    }

    private long operand() throws SyntaxError {
        skipBlanks();
        var start = at;
        while (at < text.length() && WordReader.isNamePart(text.charAt(at))) at++;
        var word = text.substring(start, at);
        if (word.isEmpty()) throw syntax();
        var digits = Character.isDigit(word.charAt(0)) ? word : variables.apply(word);
        if (digits == null || digits.isBlank()) return 0;
        try {
            return Long.decode(digits.strip());
        } catch (NumberFormatException e) {
            throw syntax();
        }
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    }
}
