package dev.dockline.shell.script;

import dev.dockline.shell.eval.Evaluator;
import dev.dockline.shell.eval.Piece;
import dev.dockline.shell.eval.ScriptFolder;
import dev.dockline.shell.narrate.Narrator;
import java.io.IOException;
import java.util.OptionalInt;

/** Runs a script snippet by snippet, and those that it opens; stops at the first failure unless told to go on. */
public final class ScriptRunner {
    private final Evaluator evaluator;
    private final Narrator narrator;
    private final boolean goesOn;
    private final OpenScripts open = new OpenScripts();
    private volatile boolean interrupted;

    /** One that stops at the first failure. */
    public ScriptRunner(Evaluator evaluator, Narrator narrator) {
        this(evaluator, narrator, false);
    }

    /** One that goes on after a failure, or does not; an exit or Ctrl-C ends it in any case. */
    public ScriptRunner(Evaluator evaluator, Narrator narrator, boolean goesOn) {
        this.evaluator = evaluator;
        this.narrator = narrator;
        this.goesOn = goesOn;
    }

    /** Runs to the end, and returns the exit code of the first failure or of the exit; empty if all went well. */
    public OptionalInt run(Script script) {
        var before = ScriptFolder.current();
        ScriptFolder.enter(script.folder());
        try {
            return open.during(script, () -> pieces(script));
        } finally {
            ScriptFolder.enter(before);
        }
    }

    /** Ends the script that runs, if one does, also between two of its snippets. */
    public void interrupt() {
        interrupted = true;
        evaluator.interrupt();
    }

    /** Forgets an interrupt that nothing was left to heed. */
    public void ready() {
        interrupted = false;
    }

    private OptionalInt pieces(Script script) {
        var first = OptionalInt.empty();
        for (var piece : evaluator.split(script.name(), script.text())) {
            if (interrupted) {
                return ExitCode.of(narrator.interrupted(piece));
            }
            var code = piece.isCommand() ? include(script, piece) : ExitCode.of(narrator.evaluate(piece));
            first = first.isPresent() ? first : code;
            if (code.isPresent() && !goesOn || narrator.wasLast()) {
                return narrator.wasLast() ? code : first;
            }
        }
        return first;
    }

    private OptionalInt include(Script script, Piece piece) {
        try {
            return run(open.opened(script, piece));
        } catch (IOException e) {
            return ExitCode.of(narrator.refuse(piece, e.getMessage()));
        }
    }
}
