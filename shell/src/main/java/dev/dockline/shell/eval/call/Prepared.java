package dev.dockline.shell.eval.call;

import dev.dockline.shell.eval.Outcome.Form;
import dev.dockline.shell.eval.call.Expression.Name;
import java.lang.reflect.Type;

/** A statement that runs without the compiler. */
public final class Prepared {
    private final Statement statement;
    private final Resolved value;

    private Prepared(Statement statement, Resolved value) {
        this.statement = statement;
        this.value = value;
    }

    /** Finds all that a statement uses; null where that takes the compiler. */
    public static Prepared of(Statement statement, Scope scope) {
        var value = new Resolver(scope).resolve(statement.value());
        boolean known = value != null
                && switch (statement.form()) {
                    case EXPRESSION -> true;
                    case DECLARATION -> value.type() != void.class;
                    case ASSIGNMENT -> scope.takes(statement.variable(), value.type());
                };
        return known ? new Prepared(statement, value) : null;
    }

    /** What it gives, {@code void.class} for nothing. */
    public Type type() {
        return value.type();
    }

    /** What becomes of that. */
    public Form form() {
        return statement.form();
    }

    /** The variable that it is put into, or is all that was asked for; null where there is none. */
    public String variable() {
        return form() == Form.EXPRESSION && statement.value() instanceof Name name ? name.text() : statement.variable();
    }

    /** Runs it; throws what it throws. */
    public Object run(Progress progress) throws Exception {
        try {
            return value.value(progress);
        } catch (Exception | Error thrown) {
            throw thrown;
        } catch (Throwable other) {
            throw new IllegalStateException(other);
        }
    }
}
