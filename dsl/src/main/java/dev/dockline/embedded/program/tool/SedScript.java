package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.ExitException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of {@code sed}: {@code s}, {@code y}, {@code p}, {@code d}, {@code q}, {@code =}, and {@code a}, {@code i}, {@code c} with a line, each with up to two addresses. */
final class SedScript {
    /** A line's number, {@code $} as -1, or what it holds. */
    private record Address(long line, Pattern pattern) {
        boolean matches(String text, long number, boolean last) {
            if (pattern != null) return pattern.matcher(text).find();
            return line < 0 ? last : line == number;
        }
    }

    /** One command, and whether it is between its two addresses now. */
    static final class Command {
        private final List<Address> addresses = new ArrayList<>();
        private boolean negated;
        private boolean within;
        private char name;
        private Pattern pattern;
        private String replacement;
        private int occurrence = 1;
        private boolean all;
        private boolean prints;
        private String line = "";
        private String exchange = "";

        /** The line of a, i and c. */
        String text() {
            return line;
        }

        /** The line with each character of one set as that of the other. */
        String exchanged(String text) {
            var result = new StringBuilder();
            for (var c : text.toCharArray()) {
                var at = exchange.indexOf(c);
                result.append(at < 0 || at >= replacement.length() ? c : replacement.charAt(at));
            }
            return result.toString();
        }

        char name() {
            return name;
        }

        boolean prints() {
            return prints;
        }

        boolean applies(String text, long number, boolean last) {
            return selected(text, number, last) != negated;
        }

        private boolean selected(String text, long number, boolean last) {
            if (addresses.isEmpty()) return true;
            var from = addresses.get(0);
            if (addresses.size() == 1) return from.matches(text, number, last);
            var to = addresses.get(1);
            if (within) {
                within = !to.matches(text, number, last) && (to.pattern != null || to.line < 0 || to.line > number);
                return true;
            }
            if (!from.matches(text, number, last)) return false;
            within = to.pattern != null || to.line < 0 || to.line > number;
            return true;
        }

        /** The line with its matches replaced; null where there is none. */
        String substituted(String text) {
            var matcher = pattern.matcher(text);
            var result = new StringBuilder();
            var found = 0;
            while (matcher.find()) {
                found++;
                if (found >= occurrence) matcher.appendReplacement(result, replacement);
                if (found >= occurrence && !all) break;
            }
            return found < occurrence ? null : matcher.appendTail(result).toString();
        }
    }

    private final String text;
    private final boolean extended;
    private int at;

    private SedScript(String text, boolean extended) {
        this.text = text;
        this.extended = extended;
    }

    static List<Command> parse(String text, boolean extended) throws ExitException {
        return new SedScript(text, extended).commands();
    }

    private List<Command> commands() throws ExitException {
        var commands = new ArrayList<Command>();
        for (skip(" \t\n;"); at < text.length(); skip(" \t\n;")) commands.add(command());
        return commands;
    }

    private void skip(String what) {
        while (at < text.length() && what.indexOf(text.charAt(at)) >= 0) at++;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\n';
    }

    private Command command() throws ExitException {
        var command = new Command();
        address(command);
        if (!command.addresses.isEmpty() && peek() == ',') {
            at++;
            address(command);
            if (command.addresses.size() < 2) throw new ExitException(1, "unexpected ','");
        }
        skip(" \t");
        if (peek() == '!') {
            command.negated = true;
            at++;
            skip(" \t");
        }
        command.name = peek();
        at++;
        if (command.name == 's') substitution(command);
        else if (command.name == 'y') exchange(command);
        else if ("aic".indexOf(command.name) >= 0) {
            command.line = line();
            return command;
        } else if ("pdq=".indexOf(command.name) < 0) throw new ExitException(1, "unsupported command " + command.name);
        skip(" \t");
        if ("\n;".indexOf(peek()) < 0) throw new ExitException(1, "extra characters after command");
        return command;
    }

    private void address(Command command) throws ExitException {
        if (peek() == '$') {
            at++;
            command.addresses.add(new Address(-1, null));
        } else if (peek() == '/') {
            at++;
            command.addresses.add(new Address(0, pattern(delimited('/'), 0)));
        } else if (Character.isDigit(peek())) {
            var start = at;
            while (Character.isDigit(peek())) at++;
            command.addresses.add(new Address(Long.parseLong(text.substring(start, at)), null));
        }
    }

    private Pattern pattern(String expression, int flags) throws ExitException {
        return Regex.compile(expression, Regex.translated(expression, extended), flags, 1);
    }

    private String delimited(char end) throws ExitException {
        var part = new StringBuilder();
        for (; at < text.length() && text.charAt(at) != end; at++) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
                if (text.charAt(at) != end) part.append('\\');
            }
            part.append(text.charAt(at));
        }
        if (at == text.length()) throw new ExitException(1, "unmatched '" + end + "'");
        at++;
        return part.toString();
    }

    // To its end: semicolons are of the line.
    private String line() {
        skip(" \t");
        if (text.startsWith("\\\n", at)) at += 2;
        var end = text.indexOf('\n', at);
        var line = text.substring(at, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end;
        return line;
    }

    private void exchange(Command command) throws ExitException {
        var delimiter = peek();
        at++;
        command.exchange = delimited(delimiter);
        command.replacement = delimited(delimiter);
        if (command.exchange.length() != command.replacement.length())
            throw new ExitException(1, "strings for 'y' command have different lengths");
    }

    private void substitution(Command command) throws ExitException {
        var delimiter = peek();
        at++;
        var expression = delimited(delimiter);
        command.replacement = replacement(delimited(delimiter));
        var flags = 0;
        for (; at < text.length() && "\n; \t".indexOf(peek()) < 0; at++) {
            var flag = peek();
            if (flag == 'g') command.all = true;
            else if (flag == 'p') command.prints = true;
            else if (flag == 'i' || flag == 'I') flags = Pattern.CASE_INSENSITIVE;
            else if (Character.isDigit(flag)) command.occurrence = Character.digit(flag, 10);
            else throw new ExitException(1, "bad option in substitution expression");
        }
        command.pattern = pattern(expression, flags);
    }

    // & is the whole match and \1 a group; in the JDK's form these are $0 and $1.
    private static String replacement(String text) {
        var form = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '&') {
                form.append("$0");
            } else if (c == '\\' && i + 1 < text.length()) {
                var next = text.charAt(++i);
                if (Character.isDigit(next)) form.append('$').append(next);
                else
                    form.append(
                            Matcher.quoteReplacement(String.valueOf(next == 'n' ? '\n' : next == 't' ? '\t' : next)));
            } else {
                form.append(Matcher.quoteReplacement(String.valueOf(c)));
            }
        }
        return form.toString();
    }
}
