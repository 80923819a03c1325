package dev.dockline.shell.prompt;

import dev.dockline.shell.eval.Evaluator;
import dev.dockline.shell.eval.Outcome;
import dev.dockline.shell.eval.Output;
import dev.dockline.shell.eval.Piece;
import dev.dockline.shell.narrate.Narrator;
import dev.dockline.shell.narrate.Narrator.Shown;
import dev.dockline.shell.narrate.Trace;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;

/** Reads, evaluates and tells, until the user leaves. */
public final class Prompt {
    private final Console console;
    private final Evaluator evaluator;
    private final Narrator narrator;
    private final Output output;

    /** Takes what reads, what evaluates and what tells. */
    public Prompt(Console console, Evaluator evaluator, Narrator narrator, Output output) {
        this.console = console;
        this.evaluator = evaluator;
        this.narrator = narrator;
        this.output = output;
    }

    /** Runs until Ctrl-D, /exit or exit(n), and returns the exit code. */
    public int run() {
        while (true) {
            try {
                output.drain();
                var code = take(console.read());
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

    /** Runs the snippets of a text; what follows one that fails was meant to follow its success. */
    private OptionalInt take(String text) {
        narrator.tellNews();
        return run(evaluator.split("prompt", text.replace("\r\n", "\n")));
    }

    private OptionalInt run(List<Piece> pieces) {
        for (var piece : pieces) {
            var outcome = Commands.isCommand(piece.source()) ? command(piece.source()) : narrator.evaluate(piece);
            if (outcome instanceof Outcome.Exited exited) {
                return OptionalInt.of(exited.code());
            }
            if (outcome.isFailure()) {
                break;
            }
        }
        return OptionalInt.empty();
    }

    private Outcome command(String text) {
        var words = text.strip().split(" +");
        var command = words[0];
        switch (command) {
            case "/exit" -> {
                return new Outcome.Exited(0);
            }
            case "/help" -> output.out().print(Commands.HELP);
            case "/why" -> why();
            case "/tables" -> tables(words.length > 1 ? words[1] : "");
            default ->
                output.err()
                        .println("There is no command " + command + "; there are " + String.join(", ", Commands.NAMES)
                                + ".");
        }
        return new Outcome.Done();
    }

    private void tables(String shown) {
        try {
            narrator.show(Shown.valueOf(shown.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            output.err().println("/tables takes delta, full or off. Try: /tables full");
        }
    }

    private void why() {
        var error = narrator.lastError();
        if (error == null) {
            output.out().println("Nothing has failed so far.");
        } else {
            output.out().print(Trace.of(error));
        }
    }
}
