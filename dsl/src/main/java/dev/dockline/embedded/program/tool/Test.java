package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.Access;
import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.Stat;
import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code test EXPRESSION}, {@code [ EXPRESSION ]}: 0 true, 1 false, 2 not an expression. */
final class Test implements Program {
    private static final Set<String> BINARY = Set.of("=", "==", "!=", "-eq", "-ne", "-lt", "-le", "-gt", "-ge");

    @Override
    public int run(Process process) throws IOException {
        var words = new ArrayList<>(process.args());
        if (process.name().equals("[")) {
            if (words.isEmpty() || !words.get(words.size() - 1).equals("]")) throw new ExitException(2, "missing ]");
            words.remove(words.size() - 1);
        }
        if (words.isEmpty()) return 1;
        var expression = new Expression(process, words);
        var value = expression.or();
        if (expression.at < words.size()) throw new ExitException(2, words.get(expression.at) + ": unknown operand");
        return value ? 0 : 1;
    }

    private static final class Expression {
        private final Process process;
        private final List<String> words;
        private int at;

        Expression(Process process, List<String> words) {
            this.process = process;
            this.words = words;
        }

        private boolean accept(String word) {
            var found = at < words.size() && words.get(at).equals(word);
            if (found) at++;
            return found;
        }

        private String next() throws ExitException {
            if (at == words.size()) throw new ExitException(2, "argument expected");
            return words.get(at++);
        }

        boolean or() throws IOException {
            var value = and();
            while (accept("-o")) value |= and();
            return value;
        }

        private boolean and() throws IOException {
            var value = not();
            while (accept("-a")) value &= not();
            return value;
        }

        private boolean not() throws IOException {
            if (at + 1 < words.size() && accept("!")) return !not();
            return primary();
        }

        private boolean primary() throws IOException {
            var first = next();
            if (at + 1 < words.size() && BINARY.contains(words.get(at))) return binary(first, next(), next());
            if (first.equals("(") && at < words.size()) {
                var value = or();
                if (!accept(")")) throw new ExitException(2, "closing paren expected");
                return value;
            }
            if (first.matches("-[a-zA-Z]") && at < words.size()) return unary(first, next());
            return !first.isEmpty();
        }

        private static boolean binary(String left, String operator, String right) throws ExitException {
            return switch (operator) {
                case "=", "==" -> left.equals(right);
                case "!=" -> !left.equals(right);
                case "-eq" -> number(left) == number(right);
                case "-ne" -> number(left) != number(right);
                case "-lt" -> number(left) < number(right);
                case "-le" -> number(left) <= number(right);
                case "-gt" -> number(left) > number(right);
                default -> number(left) >= number(right);
            };
        }

        private static long number(String text) throws ExitException {
            try {
                return Long.parseLong(text.strip());
            } catch (NumberFormatException e) {
                throw new ExitException(2, text + ": bad number");
            }
        }

        private boolean unary(String operator, String operand) throws IOException {
            return switch (operator) {
                case "-n" -> !operand.isEmpty();
                case "-z" -> operand.isEmpty();
                case "-L", "-h" -> linkTo(operand);
                case "-t" -> process.start().tty();
                default -> file(operator, operand);
            };
        }

        private boolean linkTo(String operand) throws IOException {
            try {
                return process.files().lstat(process.path(operand)).isLink();
            } catch (FileError e) {
                return false;
            }
        }

        private boolean file(String operator, String operand) throws IOException {
            Stat stat;
            try {
                stat = process.files().stat(process.path(operand));
            } catch (FileError e) {
                return false;
            }
            return switch (operator) {
                case "-e" -> true;
                case "-f" -> stat.isRegular();
                case "-d" -> stat.isDirectory();
                case "-s" -> stat.size() > 0;
                case "-p" -> stat.isFifo();
                case "-c" -> stat.isDevice();
                case "-r" -> Access.READ.allowed(process.files(), stat);
                case "-w" ->
                    Access.WRITE.allowed(process.files(), stat)
                            && process.files().isWritable(process.path(operand));
                case "-x" -> Access.EXECUTE.allowed(process.files(), stat);
                default -> throw new ExitException(2, operator + ": unknown operand");
            };
        }
    }
}
