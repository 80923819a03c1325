package dev.dockline.embedded.program.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Evaluates what stands between {@code $((} and {@code ))}: C's operators, {@code **}, and variables that it may set. */
final class Arithmetic {
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:([A-Za-z_]\\w*)|(\\d\\w*)"
            + "|(<<=|>>=|\\|\\||&&|==|!=|<=|>=|<<|>>|\\*\\*|\\+\\+|--|[-+*/%&^|]=|[-+*/%<>=!~&^|?:(),]))\\s*");
    // From those that bind least to those that bind most.
    private static final List<List<String>> LEVELS = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("|"),
            List.of("^"),
            List.of("&"),
            List.of("==", "!="),
            List.of("<=", ">=", "<", ">"),
            List.of("<<", ">>"),
            List.of("+", "-"),
            List.of("*", "/", "%"));
    private static final List<String> ASSIGNMENTS =
            List.of("=", "+=", "-=", "*=", "/=", "%=", "<<=", ">>=", "&=", "^=", "|=");

    /** Where its variables are. */
    interface Variables {
        /** Null where there is none. */
        String get(String name);

        void set(String name, String value) throws SyntaxError;
    }

    private final List<String> tokens;
    private final Variables variables;
    private int at;
    private boolean skipping;

    private Arithmetic(List<String> tokens, Variables variables) {
        this.tokens = tokens;
        this.variables = variables;
    }

    static long evaluate(String text, Variables variables) throws SyntaxError {
        if (text.isBlank()) return 0;
        var reader = new Arithmetic(tokens(text), variables);
        var value = reader.commas();
        if (reader.at < reader.tokens.size()) throw syntax();
        return value;
    }

    private static List<String> tokens(String text) throws SyntaxError {
        var tokens = new ArrayList<String>();
        var matcher = TOKEN.matcher(text);
        for (var at = 0; at < text.length(); at = matcher.end()) {
            if (!matcher.find(at) || matcher.start() != at) throw syntax();
            tokens.add(matcher.group().strip());
        }
        return tokens;
    }

    private static SyntaxError syntax() {
        return new SyntaxError("arithmetic syntax error", false);
    }

    private String peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : "";
    }

    private boolean accept(String operator) {
        var found = peek(0).equals(operator);
        if (found) at++;
        return found;
    }

    private void expect(String operator) throws SyntaxError {
        if (!accept(operator)) throw syntax();
    }

    private static boolean isName(String token) {
        return !token.isEmpty() && (Character.isLetter(token.charAt(0)) || token.charAt(0) == '_');
    }

    private long commas() throws SyntaxError {
        var value = assignment();
        while (accept(",")) value = assignment();
        return value;
    }

    private long assignment() throws SyntaxError {
        if (!isName(peek(0)) || !ASSIGNMENTS.contains(peek(1))) return conditional();
        var name = tokens.get(at);
        var operator = tokens.get(at + 1);
        at += 2;
        var right = assignment();
        if (operator.equals("=")) return set(name, right);
        return set(name, apply(value(name), operator.substring(0, operator.length() - 1), right));
    }

    private long conditional() throws SyntaxError {
        var condition = binary(0);
        if (!accept("?")) return condition;
        var yes = unless(condition == 0);
        expect(":");
        var no = unless(condition != 0);
        return condition != 0 ? yes : no;
    }

    /** Reads what is not wanted without doing anything of it. */
    private long unless(boolean unwanted) throws SyntaxError {
        var before = skipping;
        skipping |= unwanted;
        var value = assignment();
        skipping = before;
        return value;
    }

    private long binary(int level) throws SyntaxError {
        if (level == LEVELS.size()) return power();
        var left = binary(level + 1);
        while (LEVELS.get(level).contains(peek(0))) {
            var operator = tokens.get(at++);
            var before = skipping;
            skipping |= operator.equals("||") && left != 0 || operator.equals("&&") && left == 0;
            var right = binary(level + 1);
            skipping = before;
            left = apply(left, operator, right);
        }
        return left;
    }

    private long power() throws SyntaxError {
        var base = unary();
        if (!accept("**")) return base;
        var result = 1L;
        for (var exponent = power(); exponent > 0; exponent--) result *= base;
        return result;
    }

    private long apply(long left, String operator, long right) throws SyntaxError {
        return switch (operator) {
            case "||" -> left != 0 || right != 0 ? 1 : 0;
            case "&&" -> left != 0 && right != 0 ? 1 : 0;
            case "|" -> left | right;
            case "^" -> left ^ right;
            case "&" -> left & right;
            case "==" -> left == right ? 1 : 0;
            case "!=" -> left != right ? 1 : 0;
            case "<=" -> left <= right ? 1 : 0;
            case ">=" -> left >= right ? 1 : 0;
            case "<" -> left < right ? 1 : 0;
            case ">" -> left > right ? 1 : 0;
            case "<<" -> left << right;
            case ">>" -> left >> right;
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / divisor(right);
            default -> left % divisor(right);
        };
    }

    private long divisor(long value) throws SyntaxError {
        if (value != 0) return value;
        if (skipping) return 1;
        throw new SyntaxError("divide by zero", false);
    }

    private long unary() throws SyntaxError {
        if (accept("-")) return -unary();
        if (accept("+")) return unary();
        if (accept("!")) return unary() == 0 ? 1 : 0;
        if (accept("~")) return ~unary();
        if (accept("++")) return changed(1);
        if (accept("--")) return changed(-1);
        if (!accept("(")) return operand();
        var value = commas();
        expect(")");
        return value;
    }

    private long changed(int by) throws SyntaxError {
        var name = peek(0);
        if (!isName(name)) throw syntax();
        at++;
        return set(name, value(name) + by);
    }

    private long operand() throws SyntaxError {
        var token = peek(0);
        at++;
        if (!isName(token)) return number(token);
        var value = value(token);
        if (accept("++")) set(token, value + 1);
        else if (accept("--")) set(token, value - 1);
        return value;
    }

    private long set(String name, long value) throws SyntaxError {
        if (!skipping) variables.set(name, Long.toString(value));
        return value;
    }

    private long value(String name) throws SyntaxError {
        var text = variables.get(name);
        return text == null || text.isBlank() ? 0 : number(text.strip());
    }

    private static long number(String text) throws SyntaxError {
        try {
            return Long.decode(text);
        } catch (NumberFormatException e) {
            throw syntax();
        }
    }
}
