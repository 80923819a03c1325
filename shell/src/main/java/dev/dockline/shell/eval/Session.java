package dev.dockline.shell.eval;

import dev.dockline.shell.eval.Evaluator.Suggestions;
import dev.dockline.shell.eval.Evaluator.Unresolved;
import dev.dockline.shell.eval.Outcome.At;
import dev.dockline.shell.eval.Outcome.Form;
import dev.dockline.shell.eval.call.Prepared;
import dev.dockline.shell.eval.call.Progress;
import dev.dockline.shell.eval.call.Scope;
import dev.dockline.shell.eval.call.Statement;
import dev.dockline.shell.eval.call.Types;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import jdk.jshell.spi.ExecutionControl;

/**
 * What one user has declared and run, on the thread that owns it. Snippets that only call run at once; all others go to
 * JShell, which is opened when the first one comes.
 */
final class Session implements Scope {
    private final SnippetControl control;
    private final Surroundings surroundings;
    private final Uncompiled uncompiled = new Uncompiled();
    private Compiled compiled;
    private Chain chain = Chain.NONE;
    private int results;

    Session(SnippetControl control, Surroundings surroundings) {
        this.control = control;
        this.surroundings = surroundings;
    }

    /** Opens JShell, if that has not been done. */
    Compiled jshell() {
        if (compiled == null) {
            compiled = Compiled.open(control, surroundings, this::nextResult);
        }
        return compiled;
    }

    private String nextResult() {
        return "$" + ++results;
    }

    List<Piece> split(String origin, String text) {
        return Splitter.split(() -> jshell().analysis(), origin, text);
    }

    Suggestions complete(String text, int cursor) {
        return knowingAll().complete(text, cursor);
    }

    Optional<String> typeOf(String expression) {
        return knowingAll().typeOf(expression);
    }

    Optional<Object> valueOf(String name) {
        return variable(name).map(Variable::value);
    }

    Outcome variables() {
        var all = knowingAll();
        return call(all::variables);
    }

    List<Unresolved> unresolved() {
        return compiled == null ? List.of() : compiled.unresolved();
    }

    private Compiled knowingAll() {
        var known = jshell();
        uncompiled.declare(uncompiled.names(), known);
        return known;
    }

    @Override
    public Optional<Variable> variable(String name) {
        return uncompiled.names().contains(name) || compiled == null
                ? uncompiled.variable(name)
                : compiled.variable(name);
    }

    @Override
    public boolean takes(String name, Type type) {
        return uncompiled
                .variable(name)
                .filter(known -> known.type().equals(type))
                .isPresent();
    }

    @Override
    public boolean isDeclared(String name) {
        return uncompiled.names().contains(name) || compiled != null && compiled.isDeclared(name);
    }

    @Override
    public Class<?> type(String name) {
        return surroundings.type(name);
    }

    @Override
    public List<Class<?>> words() {
        return surroundings.words();
    }

    Outcome call(Callable<?> work) {
        return ran(work, List::of, value -> new Outcome.Value(value, "", null, Form.EXPRESSION));
    }

    private interface Told {
        Outcome of(Object value);
    }

    private interface Place {
        List<At> now();
    }

    private Outcome ran(Callable<?> work, Place place, Told told) {
        try {
            var run = control.run(work);
            return run.thrown() == null ? told.of(run.value()) : Compiled.thrown(run.thrown(), place.now());
        } catch (ExecutionControl.StoppedException e) {
            return new Outcome.Interrupted(false);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
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
        var type = variable(value.name()).map(Variable::type);
        boolean known = type.isPresent() && takes(variable, type.get())
                || compiled != null && compiled.hasVariable(variable, value.type());
        return (known ? "" : "var ") + variable + " = " + value.name() + ";";
    }

    private Outcome run(Piece piece, String source) {
        var prepared = prepared(source);
        return prepared == null ? compiled(piece, source) : called(piece, source, prepared);
    }

    private Outcome compiled(Piece piece, String source) {
        var known = jshell();
        uncompiled.declare(uncompiled.neededBy(source, known.declaresCode()), known);
        return known.run(piece, source);
    }

    /** The snippet, if it is one that needs no compiler. */
    private Prepared prepared(String source) {
        var statement = control.callsAtOnce() ? Statement.first(source) : null;
        return statement == null || statement.end() < source.length() ? null : Prepared.of(statement, this);
    }

    private Outcome called(Piece piece, String source, Prepared prepared) {
        var progress = new Progress(SnippetRun::endIfLeftBehind);
        var outcome = ran(
                () -> prepared.run(progress),
                () -> List.of(new At(piece.origin(), piece.line() + linesBefore(source, progress.offset()))),
                value -> told(prepared, value));
        if (outcome.isFailure()) {
            failed(prepared);
        }
        return outcome;
    }

    // As JShell has it: a variable is declared and has no value, and the number of a result is used up.
    private void failed(Prepared prepared) {
        if (prepared.form() == Form.DECLARATION) {
            uncompiled.add(prepared.variable(), new Variable(prepared.type(), null));
        } else if (prepared.variable() == null && prepared.type() != void.class) {
            nextResult();
        }
    }

    private static int linesBefore(String source, int offset) {
        return (int) source.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    private Outcome told(Prepared prepared, Object value) {
        if (prepared.type() == void.class) {
            return new Outcome.Done();
        }
        var name = prepared.variable() == null ? nextResult() : prepared.variable();
        if (prepared.form() != Form.EXPRESSION || prepared.variable() == null) {
            uncompiled.add(name, new Variable(prepared.type(), value));
        }
        var type = surroundings.shortened(Types.name(prepared.type()));
        return new Outcome.Value(value, type, name, prepared.form());
    }
}
