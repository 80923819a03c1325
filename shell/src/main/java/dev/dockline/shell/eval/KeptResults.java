package dev.dockline.shell.eval;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import jdk.jshell.JShell;
import jdk.jshell.VarSnippet;

/** The results {@code $1}, {@code $2} and so on, of which only the latest are kept: thousands make JShell slow. */
final class KeptResults {
    private static final int KEPT = 20;

    private final Deque<VarSnippet> results = new ArrayDeque<>();
    private final JShell jshell;
    private final Consumer<VarSnippet> forget;

    /** Tells of each that was dropped, that it can be forgotten. */
    KeptResults(JShell jshell, Consumer<VarSnippet> forget) {
        this.jshell = jshell;
        this.forget = forget;
    }

    void add(VarSnippet variable) {
        results.add(variable);
        if (results.size() > KEPT) {
            drop(results.remove());
        }
    }

    // What a declaration of the user's refers to stays, or the declaration would go with it.
    private void drop(VarSnippet old) {
        if (jshell.status(old).isActive()
                && jshell.sourceCodeAnalysis().dependents(old).isEmpty()) {
            jshell.drop(old);
            forget.accept(old);
        }
    }
}
