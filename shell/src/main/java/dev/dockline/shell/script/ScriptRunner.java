package dev.dockline.shell.script;

import dev.dockline.shell.eval.Evaluator;
import dev.dockline.shell.eval.ScriptFolder;
import dev.dockline.shell.narrate.Narrator;
import java.util.OptionalInt;

/** Runs a script snippet by snippet and stops at the first that fails. */
public record ScriptRunner(Evaluator evaluator, Narrator narrator) {

    /** Runs to the end, or to the first failure or exit, whose exit code it returns. */
    public OptionalInt run(Script script) {
        var before = ScriptFolder.current();
        ScriptFolder.enter(script.folder());
        try {
            return pieces(script);
        } finally {
            ScriptFolder.enter(before);
        }
    }

    private OptionalInt pieces(Script script) {
        for (var piece : evaluator.split(script.name(), script.text())) {
            var code = ExitCode.of(narrator.evaluate(piece));
            if (code.isPresent()) {
                return code;
            }
        }
        return OptionalInt.empty();
    }
}
