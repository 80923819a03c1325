package dev.dockline.shell.narrate;

import dev.dockline.shell.eval.Evaluator;
import dev.dockline.shell.eval.Outcome;
import dev.dockline.shell.eval.Output;
import dev.dockline.shell.eval.Piece;

/** Tells what became of each snippet: results on standard output, failures on standard error. */
public final class Narrator {
    private final Evaluator evaluator;
    private final Output output;
    private final boolean atPrompt;

    /** At the prompt a failure does not say where it happened, and assignments show what they assigned. */
    public Narrator(Evaluator evaluator, Output output, boolean atPrompt) {
        this.evaluator = evaluator;
        this.output = output;
        this.atPrompt = atPrompt;
    }

    /** Tells about one snippet. */
    public void tell(Piece piece, Outcome outcome) {
        var failure = new Failure(piece, !atPrompt);
        if (outcome instanceof Outcome.Continued continued) {
            tell(piece, continued.outcome());
        } else if (outcome instanceof Outcome.Rejected rejected) {
            output.err().println(failure.rejected(rejected));
        } else if (outcome instanceof Outcome.Threw threw) {
            output.err().println(failure.threw(threw));
        } else if (outcome instanceof Outcome.Interrupted interrupted) {
            output.err().println(failure.interrupted(interrupted.leftBehind()));
        } else if (outcome instanceof Outcome.Value value && value.form() == Outcome.Form.EXPRESSION) {
            if (evaluator.call(() -> String.valueOf(value.value())) instanceof Outcome.Value text) {
                output.out().println(text.value());
            }
        }
    }
}
