package dev.dockline.shell.eval;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/** The results {@code $1}, {@code $2} and so on, of which only the latest are kept: thousands make JShell slow. */
final class KeptResults {
    private static final int KEPT = 20;

    private record Result(VarSnippet variable, Class<?> owner) {}

    private final Deque<Result> results = new ArrayDeque<>();
    private final JShell jshell;
    private final Consumer<Snippet> forget;

    /** Tells of each that was dropped, that it can be forgotten. */
    KeptResults(JShell jshell, Consumer<Snippet> forget) {
        this.jshell = jshell;
        this.forget = forget;
    }

    void add(VarSnippet variable, Class<?> owner) {
        results.add(new Result(variable, owner));
        if (results.size() > KEPT) {
            drop(results.remove());
        }
    }

    // What a declaration of the user's refers to stays, or the declaration would go with it.
    private void drop(Result old) {
        if (jshell.status(old.variable).isActive()
                && jshell.sourceCodeAnalysis().dependents(old.variable).isEmpty()) {
            jshell.drop(old.variable);
            clear(old);
            forget.accept(old.variable);
        }
    }

    // JShell forgets the variable, but its class stays loaded and would hold the value for ever.
    private static void clear(Result old) {
        try {
            var field = old.owner.getDeclaredField(old.variable.name());
            field.setAccessible(true);
            if (!field.getType().isPrimitive()) {
                field.set(null, null);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("JShell keeps " + old.variable.name() + " elsewhere than it used to", e);
        }
    }
}
