package dev.dockline.shell.script;

import dev.dockline.shell.eval.Evaluator;
import dev.dockline.shell.eval.ScriptFolder;
import dev.dockline.shell.narrate.Narrator;
import java.util.OptionalInt;

/** Runs a script snippet by snippet and stops at the first that fails. */
public record ScriptRunner(Evaluator evaluator, Narrator narrator) {

    /** Runs to the end, or to the first failure or exit, whose exit code it returns. */
    public OptionalInt run(Script script) {
        ScriptFolder.enter(script.folder());
        for (var piece : evaluator.split(script.name(), script.text())) {
            var code = ExitCode.of(narrator.evaluate(piece));
            if (code.isPresent()) {
                return code;
            }
        }
        return OptionalInt.empty();
    }
}
