package dev.dockline.shell.prompt;

import dev.dockline.shell.eval.Outcome;
import dev.dockline.shell.eval.Output;
import dev.dockline.shell.narrate.Narrator;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;

/** Reads, evaluates and tells, until the user leaves. */
public record Prompt(Console console, Commands commands, Narrator narrator, Output output) {

    /** Runs until Ctrl-D, /exit or exit(n), and returns the exit code. */
    public int run() {
        while (true) {
            try {
                output.drain();
                var text = console.read();
                narrator.tellNews();
                if (commands.take(text) instanceof Outcome.Exited exited) {
                    return exited.code();
                }
            } catch (UserInterruptException clearedLine) {
                // Ctrl-C at the prompt gives a new line and nothing else.
            } catch (EndOfFileException leaving) {
                return 0;
            }
        }
    }
}
