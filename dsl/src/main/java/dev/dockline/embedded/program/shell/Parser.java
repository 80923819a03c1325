package dev.dockline.embedded.program.shell;

import dev.dockline.embedded.program.shell.Node.Assignment;
import dev.dockline.embedded.program.shell.Node.Redirect;
import dev.dockline.embedded.program.shell.Token.End;
import dev.dockline.embedded.program.shell.Token.Operator;
import dev.dockline.embedded.program.shell.Token.Redirection;
import dev.dockline.embedded.program.shell.Token.Words;
import dev.dockline.embedded.program.shell.Word.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Builds the tree of a script, by recursive descent. */
final class Parser {
    private static final Set<String> CLOSERS = Set.of("then", "elif", "else", "fi", "do", "done", "esac", "}");

    private static final Set<String> RESERVED = Set.of(
            "if", "then", "elif", "else", "fi", "for", "while", "until", "do", "done", "case", "esac", "in", "{", "}",
            "!");

    private final List<Token> tokens;
    private int at;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Node parse(String script) throws SyntaxError {
        var parser = new Parser(Lexer.tokens(script));
        var node = parser.list();
        if (!(parser.peek() instanceof End)) throw parser.unexpected();
        return node;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private String keyword() {
        return peek() instanceof Words words ? words.word().keyword() : null;
    }

    private boolean isOperator(String text) {
        return peek() instanceof Operator operator && operator.text().equals(text);
    }

    private boolean accept(String text) {
        var found = isOperator(text) || text.equals(keyword());
        if (found) at++;
        return found;
    }

    private void expect(String text) throws SyntaxError {
        if (!accept(text)) throw unexpected().expecting(text);
    }

    // A body without a command is none.
    private Node commands() throws SyntaxError {
        var list = list();
        if (list instanceof Node.Nothing) throw unexpected();
        return list;
    }

    private SyntaxError unexpected() {
        var token = peek();
        if (token instanceof End) return new SyntaxError("syntax error: unexpected end of file", true);
        if (token instanceof Operator operator)
            return SyntaxError.unexpected(operator.text().equals(";") ? "\";\"" : "\"" + operator.text() + "\"");
        if (token instanceof Redirection) return SyntaxError.unexpected("redirection");
        var keyword = keyword();
        var reserved = keyword != null && RESERVED.contains(keyword);
        return SyntaxError.unexpected(reserved ? "\"" + keyword + "\"" : "word");
    }

    private void skipNewlines() {
        while (accept(";")) {
            // Empty lines and empty commands between others.
        }
    }

    private Node list() throws SyntaxError {
        skipNewlines();
        Node all = null;
        while (startsCommand()) {
            var next = andOr();
            var background = accept("&");
            if (background) next = new Node.Background(next);
            all = all == null ? next : new Node.Both(all, ";", next);
            if (!background && !isOperator(";")) break;
            skipNewlines();
        }
        return all == null ? new Node.Nothing() : all;
    }

    private boolean startsCommand() {
        if (peek() instanceof End) return false;
        if (peek() instanceof Operator operator) return operator.text().equals("(");
        var keyword = keyword();
        return keyword == null || !CLOSERS.contains(keyword);
    }

    private Node andOr() throws SyntaxError {
        var left = pipeline();
        while (isOperator("&&") || isOperator("||")) {
            var operator = ((Operator) peek()).text();
            at++;
            skipNewlines();
            left = new Node.Both(left, operator, pipeline());
        }
        return left;
    }

    private Node pipeline() throws SyntaxError {
        var negated = accept("!");
        var commands = new ArrayList<Node>(List.of(command()));
        while (accept("|")) {
            skipNewlines();
            commands.add(command());
        }
        return commands.size() == 1 && !negated ? commands.get(0) : new Node.Pipeline(commands, negated);
    }

    private Node command() throws SyntaxError {
        var compound = compound();
        if (compound == null) return simple();
        var redirects = new ArrayList<Redirect>();
        while (peek() instanceof Redirection) redirects.add(redirect());
        return redirects.isEmpty() ? compound : new Node.Group(compound, false, redirects);
    }

    private Node compound() throws SyntaxError {
        if (accept("(")) return group(")", true);
        var keyword = keyword();
        if (keyword == null) return null;
        at++;
        switch (keyword) {
            case "{":
                return group("}", false);
            case "if":
                return ifs();
            case "while", "until":
                return whiles(keyword.equals("until"));
            case "for":
                return fors();
            case "case":
                return cases();
            default:
                at--;
                return null;
        }
    }

    private Node group(String end, boolean subshell) throws SyntaxError {
        var body = commands();
        expect(end);
        return new Node.Group(body, subshell, List.of());
    }

    private Node ifs() throws SyntaxError {
        var condition = commands();
        expect("then");
        var then = commands();
        if (accept("elif")) return new Node.If(condition, then, ifs());
        Node otherwise = accept("else") ? list() : new Node.Nothing();
        expect("fi");
        return new Node.If(condition, then, otherwise);
    }

    private Node whiles(boolean until) throws SyntaxError {
        var condition = commands();
        return new Node.While(condition, until, body());
    }

    private Node body() throws SyntaxError {
        expect("do");
        var body = commands();
        expect("done");
        return body;
    }

    private Node fors() throws SyntaxError {
        var name = keyword();
        if (name == null || !name.matches("[A-Za-z_][A-Za-z0-9_]*"))
            throw new SyntaxError("syntax error: bad for loop variable", false);
        at++;
        List<Word> words = null;
        if (accept("in")) {
            words = new ArrayList<>();
            while (peek() instanceof Words next) {
                words.add(next.word());
                at++;
            }
        }
        skipNewlines();
        return new Node.For(name, words, body());
    }

    private Node cases() throws SyntaxError {
        var subject = word();
        skipNewlines();
        expect("in");
        skipNewlines();
        var branches = new ArrayList<Node.Branch>();
        while (!accept("esac")) {
            branches.add(branch());
            skipNewlines();
        }
        return new Node.Case(subject, branches);
    }

    private Node.Branch branch() throws SyntaxError {
        accept("(");
        var patterns = new ArrayList<Word>(List.of(word()));
        while (accept("|")) patterns.add(word());
        expect(")");
        var body = list();
        if (!"esac".equals(keyword())) expect(";;");
        return new Node.Branch(patterns, body);
    }

    private Word word() throws SyntaxError {
        if (!(peek() instanceof Words words)) throw unexpected();
        at++;
        return words.word();
    }

    private Node simple() throws SyntaxError {
        var assignments = new ArrayList<Assignment>();
        var words = new ArrayList<Word>();
        var redirects = new ArrayList<Redirect>();
        while (true) {
            if (peek() instanceof Redirection) redirects.add(redirect());
            else if (peek() instanceof Words next) {
                at++;
                var assignment = words.isEmpty() ? assignment(next.word()) : null;
                if (assignment == null) words.add(next.word());
                else assignments.add(assignment);
            } else break;
            if (isFunction(assignments, words, redirects)) return function(words.get(0));
        }
        if (assignments.isEmpty() && words.isEmpty() && redirects.isEmpty()) throw unexpected();
        return new Node.Simple(assignments, words, redirects);
    }

    private boolean isFunction(List<Assignment> assignments, List<Word> words, List<Redirect> redirects) {
        return isOperator("(") && words.size() == 1 && assignments.isEmpty() && redirects.isEmpty();
    }

    private Node function(Word name) throws SyntaxError {
        if (name.keyword() == null) throw unexpected();
        expect("(");
        expect(")");
        skipNewlines();
        return new Node.Function(name.keyword(), command());
    }

    private static Assignment assignment(Word word) {
        if (word.parts().isEmpty() || !(word.parts().get(0) instanceof Text text) || text.quoted()) return null;
        var equals = text.text().indexOf('=');
        if (equals < 1 || !text.text().substring(0, equals).matches("[A-Za-z_][A-Za-z0-9_]*")) return null;
        var rest = new ArrayList<>(word.parts());
        rest.set(0, new Text(text.text().substring(equals + 1), false));
        return new Assignment(text.text().substring(0, equals), new Word(rest));
    }

    private Redirect redirect() throws SyntaxError {
        var token = (Redirection) peek();
        at++;
        var descriptor =
                token.descriptor() >= 0 ? token.descriptor() : token.operator().startsWith("<") ? 0 : 1;
        return new Redirect(descriptor, token.operator(), word());
    }
}
