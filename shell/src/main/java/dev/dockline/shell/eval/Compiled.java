package dev.dockline.shell.eval;

import dev.dockline.shell.eval.Evaluator.Suggestions;
import dev.dockline.shell.eval.Evaluator.Unresolved;
import dev.dockline.shell.eval.Outcome.At;
import dev.dockline.shell.eval.Outcome.Form;
import dev.dockline.shell.eval.call.Scope.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;

/** JShell itself, on the thread that owns it: what takes the compiler. */
final class Compiled {
    private static final Piece NO_PIECE = new Piece("variables", "", 1, true);

    private static final Set<Snippet.Kind> CODE =
            Set.of(Snippet.Kind.METHOD, Snippet.Kind.TYPE_DECL, Snippet.Kind.IMPORT);

    private final JShell jshell;
    private final SnippetControl control;
    private final Surroundings surroundings;
    private final KeptResults kept;
    private final VariableFields fields = new VariableFields();
    private final Map<String, Piece> origins = new HashMap<>();
    private final Optional<Leftovers> leftovers;
    private final Set<Snippet> given;
    private Set<String> code = Set.of();
    private Imported imported = Imported.NOTHING;

    private Compiled(JShell jshell, SnippetControl control, Surroundings surroundings) {
        this.jshell = jshell;
        this.control = control;
        this.surroundings = surroundings;
        this.leftovers = Optional.ofNullable(Leftovers.of(jshell));
        this.kept = new KeptResults(jshell, this::forgetResult);
        this.given = jshell.snippets().collect(Collectors.toSet());
    }

    /** Opens JShell; all imports go in as one snippet, since each by itself costs a run of the compiler. */
    static Compiled open(SnippetControl control, Surroundings surroundings, Supplier<String> results) {
        var jshell = JShell.builder()
                .executionEngine(new InProcess(control), Map.of())
                .compilerOptions("-Xlint:none", "-proc:none")
                .tempVariableNameGenerator(results)
                .fileManager(new SnippetClasspath(surroundings.classes())::limit)
                .build();
        if (jshell.eval(surroundings.imports()).stream().anyMatch(event -> event.status() != Snippet.Status.VALID)) {
            throw new IllegalStateException("cannot import " + surroundings.imports());
        }
        return new Compiled(jshell, control, surroundings);
    }

    SourceCodeAnalysis analysis() {
        return jshell.sourceCodeAnalysis();
    }

    Suggestions complete(String text, int cursor) {
        var anchor = new int[] {cursor};
        var texts = jshell.sourceCodeAnalysis().completionSuggestions(text, cursor, anchor).stream()
                .map(suggestion -> suggestion.continuation())
                .distinct()
                .toList();
        return new Suggestions(texts, anchor[0]);
    }

    Optional<String> typeOf(String expression) {
        return Optional.ofNullable(jshell.sourceCodeAnalysis().analyzeType(expression, expression.length()));
    }

    List<Evaluator.Variable> variables() {
        return jshell.variables()
                .filter(variable -> jshell.status(variable) == Snippet.Status.VALID)
                .map(variable -> new Evaluator.Variable(variable.name(), typeName(variable), jshell.varValue(variable)))
                .toList();
    }

    List<Unresolved> unresolved() {
        return jshell.snippets()
                .filter(DeclarationSnippet.class::isInstance)
                .map(DeclarationSnippet.class::cast)
                .filter(snippet -> jshell.status(snippet).isActive()
                        && jshell.unresolvedDependencies(snippet).findAny().isPresent())
                .map(snippet -> new Unresolved(
                        origins.get(snippet.id()),
                        snippet.name(),
                        jshell.unresolvedDependencies(snippet).toList()))
                .toList();
    }

    /** Whether there is a variable of that name and type. */
    boolean hasVariable(String name, String type) {
        return jshell.variables()
                .anyMatch(variable -> variable.name().equals(name)
                        && typeName(variable).equals(type)
                        && jshell.status(variable) == Snippet.Status.VALID);
    }

    /** A variable that holds something. */
    Optional<Variable> variable(String name) {
        boolean valid = jshell.variables()
                .anyMatch(variable -> variable.name().equals(name) && jshell.status(variable) == Snippet.Status.VALID);
        return valid ? fields.variable(name) : Optional.empty();
    }

    /** Whether a name is that of a variable, a method, a class or an import of the user's, or may be. */
    boolean isDeclared(String name) {
        return code.contains(name)
                || imported.mayBe(name)
                || jshell.variables().anyMatch(variable -> variable.name().equals(name));
    }

    /** Whether the user has declared methods or classes. */
    boolean declaresCode() {
        return !code.isEmpty();
    }

    /** Declares variables of one type with values that are there; false if that was interrupted. */
    boolean declare(String type, Map<String, Object> values) {
        var declarators = values.entrySet().stream()
                .map(each -> each.getKey() + initializer(type, each.getValue()))
                .collect(Collectors.joining(", "));
        var outcome = control.apart(() -> run(NO_PIECE, type + " " + declarators + ";"));
        var declared = outcome instanceof Outcome.Value;
        if (declared) {
            jshell.variables()
                    .filter(variable -> variable.name().startsWith("$") && values.containsKey(variable.name()))
                    .forEach(kept::add);
        }
        return declared;
    }

    Outcome run(Piece piece, String source) {
        var all = jshell.eval(source);
        var present = all.stream()
                .filter(event -> event.status() != Snippet.Status.OVERWRITTEN)
                .map(SnippetEvent::snippet)
                .toList();
        all.stream()
                .filter(event -> event.status() == Snippet.Status.OVERWRITTEN)
                .map(SnippetEvent::snippet)
                .forEach(old -> replaced(old, present));
        var events = all.stream().filter(event -> event.causeSnippet() == null).toList();
        events.forEach(event -> origins.put(event.snippet().id(), piece));
        events.forEach(event -> declared(event.snippet()));
        if (all.stream().anyMatch(event -> CODE.contains(event.snippet().kind()))) {
            look();
        }
        var outcome = events.isEmpty() ? new Outcome.Done() : outcome(events.get(events.size() - 1), source);
        events.stream()
                .map(SnippetEvent::snippet)
                .filter(snippet -> !snippet.kind().isPersistent())
                .forEach(this::forget);
        return outcome;
    }

    private static String initializer(String type, Object value) {
        return value == null ? "" : " = (%s) %s.take(%d)".formatted(type, Handed.class.getName(), Handed.over(value));
    }

    // What the user has declared and imported by now.
    private void look() {
        var active = jshell.snippets()
                .filter(snippet -> jshell.status(snippet).isActive() && !given.contains(snippet))
                .toList();
        code = active.stream()
                .filter(snippet -> snippet instanceof MethodSnippet || snippet instanceof TypeDeclSnippet)
                .map(snippet -> ((DeclarationSnippet) snippet).name())
                .collect(Collectors.toSet());
        imported = Imported.by(active);
    }

    private void replaced(Snippet old, List<Snippet> present) {
        origins.remove(old.id());
        leftovers.ifPresent(all -> all.removeReplaced(old, present));
    }

    private void declared(Snippet snippet) {
        if (snippet instanceof VarSnippet variable && control.last() != null) {
            fields.declared(variable.name(), control.owner());
        }
    }

    private void forgetResult(VarSnippet result) {
        fields.clear(result.name());
        forget(result);
    }

    // No other snippet can refer to it, and all that is to be told of it has been.
    private void forget(Snippet snippet) {
        origins.remove(snippet.id());
        leftovers.ifPresent(all -> all.remove(snippet));
    }

    private Outcome outcome(SnippetEvent event, String source) {
        if (event.status() == Snippet.Status.REJECTED) {
            return new Outcome.Rejected(jshell.diagnostics(event.snippet())
                    .filter(diag -> diag.isError())
                    .map(diag -> Problem.of(diag, source))
                    .toList());
        }
        if (event.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED
                && event.snippet() instanceof VarSnippet variable) {
            jshell.drop(variable);
            return new Outcome.Rejected(List.of(Problem.at(missing(variable), source, 0)));
        }
        if (event.exception() instanceof UnresolvedReferenceException unresolved) {
            return unresolved(unresolved, source);
        }
        var run = control.last();
        if (event.exception() != null && run != null && run.thrown() != null) {
            var thrown = thrown(run.thrown(), stack(event));
            dropResult(event.snippet());
            return thrown;
        }
        return value(event.snippet(), run == null ? null : run.value());
    }

    // What failed gave nothing, though JShell keeps a zero or a null of it.
    private void dropResult(Snippet snippet) {
        if (snippet instanceof VarSnippet result && isResult(snippet)) {
            jshell.drop(snippet);
            forgetResult(result);
        }
    }

    private static boolean isResult(Snippet snippet) {
        return snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
    }

    private String missing(VarSnippet variable) {
        return "cannot find symbol: "
                + String.join(", ", jshell.unresolvedDependencies(variable).toList());
    }

    private Outcome unresolved(UnresolvedReferenceException unresolved, String source) {
        var missing = jshell.unresolvedDependencies(unresolved.getSnippet()).toList();
        var name = unresolved.getSnippet().name();
        var message = name + " cannot run before this is declared: " + String.join(", ", missing);
        return new Outcome.Rejected(List.of(Problem.at(message, source, Math.max(0, source.indexOf(name)))));
    }

    static Outcome thrown(Throwable thrown, List<At> stack) {
        return thrown instanceof Exit exit ? new Outcome.Exited(exit.code) : new Outcome.Threw(thrown, stack);
    }

    /** JShell puts the id of the snippet, behind a hash mark, in the place of the file's name. */
    private List<At> stack(SnippetEvent event) {
        if (!(event.exception() instanceof EvalException exception)) {
            return List.of();
        }
        return java.util.Arrays.stream(exception.getStackTrace())
                .filter(frame ->
                        frame.getFileName() != null && frame.getFileName().startsWith("#"))
                .map(frame -> at(frame.getFileName().substring(1), frame.getLineNumber()))
                .toList();
    }

    private At at(String id, int line) {
        var piece = origins.get(id);
        return piece == null ? new At("", line) : new At(piece.origin(), piece.line() + line - 1);
    }

    private String typeName(VarSnippet variable) {
        return surroundings.shortened(variable.typeName());
    }

    private Outcome value(Snippet snippet, Object value) {
        if (snippet instanceof VarSnippet variable) {
            if (isResult(variable)) {
                kept.add(variable);
            }
            var form = isResult(variable) ? Form.EXPRESSION : Form.DECLARATION;
            return new Outcome.Value(value, typeName(variable), variable.name(), form);
        }
        if (snippet instanceof ExpressionSnippet expression) {
            var assigns = expression.subKind() == Snippet.SubKind.ASSIGNMENT_SUBKIND;
            var form = assigns ? Form.ASSIGNMENT : Form.EXPRESSION;
            return new Outcome.Value(value, surroundings.shortened(expression.typeName()), expression.name(), form);
        }
        return new Outcome.Done();
    }
}
