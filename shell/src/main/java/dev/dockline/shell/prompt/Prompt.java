package dev.dockline.shell.prompt;

import dev.dockline.shell.eval.Evaluator;
import dev.dockline.shell.eval.Outcome;
import dev.dockline.shell.eval.Output;
import dev.dockline.shell.narrate.Narrator;
import java.util.OptionalInt;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;

/** Reads, evaluates and tells, until the user leaves. */
public final class Prompt {
    private static final String PROMPT = "dockline> ";

    private final LineReader reader;
    private final Evaluator evaluator;
    private final Narrator narrator;
    private final Output output;

    /** Takes what reads, what evaluates and what tells. */
    public Prompt(LineReader reader, Evaluator evaluator, Narrator narrator, Output output) {
        this.reader = reader;
        this.evaluator = evaluator;
        this.narrator = narrator;
        this.output = output;
    }

    /** Runs until Ctrl-D, /exit or exit(n), and returns the exit code. */
    public int run() {
        while (true) {
            try {
                output.drain();
                var code = take(reader.readLine(PROMPT));
                if (code.isPresent()) {
                    return code.getAsInt();
                }
            } catch (UserInterruptException clearedLine) {
                // Ctrl-C at the prompt gives a new line and nothing else.
            } catch (EndOfFileException leaving) {
                return 0;
            }
        }
    }

    private OptionalInt take(String text) {
        return Commands.isCommand(text) ? command(text.strip()) : evaluate(text);
    }

    /** Runs the snippets of a text; what follows one that fails was meant to follow its success. */
    private OptionalInt evaluate(String text) {
        for (var piece : evaluator.split("prompt", text.replace("\r\n", "\n"))) {
            var outcome = narrator.evaluate(piece);
            if (outcome instanceof Outcome.Exited exited) {
                return OptionalInt.of(exited.code());
            }
            if (outcome.isFailure()) {
                break;
            }
        }
        return OptionalInt.empty();
    }

    private OptionalInt command(String command) {
        switch (command) {
            case "/exit" -> {
                return OptionalInt.of(0);
            }
            case "/help" -> output.out().print(Commands.HELP);
            case "/why" -> why();
            default ->
                output.err()
                        .println("There is no command " + command + "; there are " + String.join(", ", Commands.NAMES)
                                + ".");
        }
        return OptionalInt.empty();
    }

    private void why() {
        var error = narrator.lastError();
        if (error == null) {
            output.out().println("Nothing has failed so far.");
        } else {
            error.printStackTrace(output.err());
        }
    }
}
