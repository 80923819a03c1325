package dev.dockline.shell.eval;

import dev.dockline.shell.eval.Evaluator.Suggestions;
import dev.dockline.shell.eval.Evaluator.Unresolved;
import dev.dockline.shell.eval.Evaluator.Variable;
import dev.dockline.shell.eval.Outcome.At;
import dev.dockline.shell.eval.Outcome.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;

/** JShell itself, on the thread that owns it. */
final class Session {
    private final JShell jshell;
    private final SnippetControl control;
    private final KeptResults kept;
    private final VariableFields fields = new VariableFields();
    private final Map<String, Piece> origins = new HashMap<>();
    private final Optional<Leftovers> leftovers;
    private Chain chain = Chain.NONE;

    private Session(JShell jshell, SnippetControl control) {
        this.jshell = jshell;
        this.control = control;
        this.leftovers = Optional.ofNullable(Leftovers.of(jshell));
        this.kept = new KeptResults(jshell, this::forgetResult);
    }

    /** Opens JShell; all imports go in as one snippet, since each by itself costs a run of the compiler. */
    static Session open(SnippetControl control, Surroundings surroundings) {
        var jshell = JShell.builder()
                .executionEngine(new InProcess(control), Map.of())
                .compilerOptions("-Xlint:none", "-proc:none")
                .fileManager(new SnippetClasspath(surroundings.classes())::limit)
                .build();
        if (jshell.eval(surroundings.imports()).stream().anyMatch(event -> event.status() != Snippet.Status.VALID)) {
            throw new IllegalStateException("cannot import " + surroundings.imports());
        }
        return new Session(jshell, control);
    }

    List<Piece> split(String origin, String text) {
        return Splitter.split(jshell.sourceCodeAnalysis(), origin, text);
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

    Optional<Object> valueOf(String variable) {
        return fields.value(variable);
    }

    Outcome call(Callable<?> work) {
        try {
            var run = control.run(work);
            return run.thrown() == null
                    ? new Outcome.Value(run.value(), "", null, Form.EXPRESSION)
                    : thrown(run.thrown(), List.of());
        } catch (ExecutionControl.StoppedException e) {
            return new Outcome.Interrupted(false);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Outcome variables() {
        var valid = jshell.variables()
                .filter(variable -> jshell.status(variable) == Snippet.Status.VALID)
                .toList();
        return call(() -> valid.stream()
                .map(variable -> new Variable(variable.name(), variable.typeName(), jshell.varValue(variable)))
                .toList());
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

    Outcome eval(Piece piece) {
        if (piece.continues()) {
            return goOn(piece);
        } else if (!piece.complete()) {
            var message = "this snippet never ends; a bracket or a quote is not closed";
            return new Outcome.Rejected(List.of(Problem.at(message, piece.source(), 0)));
        }
        var outcome = run(piece, piece.source());
        chain = Chain.after(outcome);
        return outcome;
    }

    /** Goes on with the chain of the line above; where that went into a variable, so does this. */
    private Outcome goOn(Piece piece) {
        if (chain == Chain.NONE) {
            var message = "there is no value above that this line could go on with";
            return new Outcome.Rejected(List.of(Problem.at(message, piece.source(), 0)));
        }
        var source = chain.receiver() + piece.source();
        var outcome = run(piece, source);
        if (outcome instanceof Outcome.Value value && chain.assigns() && value.name() != null) {
            var variable = chain.variable();
            var assigned = run(piece, assignment(variable, value));
            chain = Chain.after(assigned);
            return new Outcome.Continued(assigned, variable + " = " + source);
        }
        // A dot line that failed can be typed again.
        chain = outcome instanceof Outcome.Value || outcome instanceof Outcome.Done ? Chain.after(outcome) : chain;
        return new Outcome.Continued(outcome, source);
    }

    private String assignment(String variable, Outcome.Value value) {
        var sameType = jshell.variables()
                .anyMatch(v -> v.name().equals(variable) && v.typeName().equals(value.type()));
        return (sameType ? "" : "var ") + variable + " = " + value.name() + ";";
    }

    private Outcome run(Piece piece, String source) {
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
        var outcome = events.isEmpty() ? new Outcome.Done() : outcome(events.get(events.size() - 1), source);
        events.stream()
                .map(SnippetEvent::snippet)
                .filter(snippet -> !snippet.kind().isPersistent())
                .forEach(this::forget);
        return outcome;
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

    private static Outcome thrown(Throwable thrown, List<At> stack) {
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

    private Outcome value(Snippet snippet, Object value) {
        if (snippet instanceof VarSnippet variable) {
            if (isResult(variable)) {
                kept.add(variable);
            }
            var form = isResult(variable) ? Form.EXPRESSION : Form.DECLARATION;
            return new Outcome.Value(value, variable.typeName(), variable.name(), form);
        }
        if (snippet instanceof ExpressionSnippet expression) {
            var assigns = expression.subKind() == Snippet.SubKind.ASSIGNMENT_SUBKIND;
            var form = assigns ? Form.ASSIGNMENT : Form.EXPRESSION;
            return new Outcome.Value(value, expression.typeName(), expression.name(), form);
        }
        return new Outcome.Done();
    }
}
