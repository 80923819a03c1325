package dev.dockline.shell.narrate;

import dev.dockline.error.DocklineException;
import dev.dockline.shell.eval.Outcome;
import dev.dockline.shell.eval.Piece;

/**
 * A failure as it is told.
 *
 * @param piece the snippet that failed
 * @param kind what kind of failure: an exception's simple name, {@code DoesNotCompile} or {@code Interrupted}
 * @param message the failure in a sentence
 * @param text all that a person is told
 * @param trace the trace of an error; empty unless it is to be told too
 */
public record Complaint(Piece piece, String kind, String message, String text, String trace) {

    static Complaint rejected(Piece piece, Outcome.Rejected rejected, Failure failure) {
        var message = rejected.problems().isEmpty()
                ? "it is not a complete snippet of Java"
                : rejected.problems().get(0).message();
        return new Complaint(piece, "DoesNotCompile", message, failure.rejected(rejected), "");
    }

    static Complaint threw(Piece piece, Throwable error, String text, boolean traced) {
        var message = error instanceof DocklineException refusal
                ? refusal.what() + ": " + refusal.why() + "."
                : String.valueOf(error.getMessage());
        return new Complaint(piece, error.getClass().getSimpleName(), message, text, traced ? Trace.of(error) : "");
    }

    /** That something was interrupted. */
    public static Complaint interrupted(Piece piece, String text) {
        return new Complaint(piece, "Interrupted", "interrupted", text, "");
    }
}
