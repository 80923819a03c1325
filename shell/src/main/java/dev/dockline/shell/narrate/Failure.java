package dev.dockline.shell.narrate;

import dev.dockline.error.DocklineException;
import dev.dockline.shell.eval.Outcome;
import dev.dockline.shell.eval.Piece;
import dev.dockline.shell.eval.Problem;
import dev.dockline.view.Paragraphs;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of a failure: at the prompt the failure alone, in a script also where it happened. */
final class Failure {
    private static final int LINES_SHOWN = 4;
    // JShell keeps each variable in a class of its own.
    private static final Pattern VARIABLE_HOLDER = Pattern.compile("REPL\\.\\$JShell\\$\\w+\\.");
    private static final String CELL = "In \\[\\d+\\]";
    private static final Pattern MISSING =
            Pattern.compile("cannot find symbol\\s+symbol:\\s+(?:variable|method) (\\w+)");

    private final Piece piece;
    private final boolean placed;
    private final int width;

    /** Placed where it should say where it happened; wrapped to a width, 0 for none. */
    Failure(Piece piece, boolean placed, int width) {
        this.piece = piece;
        this.placed = placed;
        this.width = width;
    }

    String rejected(Outcome.Rejected rejected) {
        if (rejected.problems().isEmpty()) {
            return head(piece.line()) + "it is not a complete snippet of Java";
        }
        var problems = rejected.problems().stream().map(this::problem).collect(Collectors.joining("\n"));
        return problems
                + Hint.of(piece.source(), rejected)
                        .or(() -> missingCell(rejected))
                        .map(line -> "\nTry: " + line)
                        .orElse("");
    }

    // Cells may be run in any order, and the one that declares what is missing may not have been.
    private Optional<String> missingCell(Outcome.Rejected rejected) {
        var missing = MISSING.matcher(rejected.problems().get(0).message());
        return piece.origin().matches(CELL) && missing.find()
                ? Optional.of("run the cell that declares " + missing.group(1) + " first")
                : Optional.empty();
    }

    private String problem(Problem problem) {
        // What stands at the top level is in no place that anybody named.
        var message = problem.message()
                .replaceAll("\\bjava\\.lang\\.(?=[A-Z]\\w*\\b(?!\\.))", "")
                .replaceAll("\\s*location: class\\s*$", "")
                .replaceFirst("\n\\s*symbol:\\s+", ": ")
                .replaceFirst("\n\\s*location: class (?:[a-z]\\w*\\.)*(\\w+)", " in $1")
                .replaceFirst("\n\\s*location: variable (\\w+) of type .*", " in $1")
                .strip();
        var caret = " ".repeat(problem.column() - 1) + "^";
        var place = placed ? piece.origin() + ":" + (piece.line() + problem.line() - 1) + ": " : "";
        return place + message + "\n  " + problem.text().replace('\t', ' ') + "\n  " + caret;
    }

    String threw(Outcome.Threw threw) {
        var line = threw.stack().stream()
                .filter(at -> at.origin().equals(piece.origin()))
                .mapToInt(Outcome.At::line)
                .findFirst()
                .orElse(piece.line());
        return head(line) + message(threw.error());
    }

    String interrupted(boolean leftBehind) {
        return head(piece.line())
                + (leftBehind ? "Interrupted; it does not answer and was left behind." : "Interrupted.");
    }

    private String head(int line) {
        return placed ? piece.origin() + ":" + line + "\n" + quoted() + "\n" : "";
    }

    private String quoted() {
        var lines = piece.source().lines().toList();
        var shown = lines.stream().limit(LINES_SHOWN).map(line -> "  | " + line).collect(Collectors.joining("\n"));
        return lines.size() > LINES_SHOWN ? shown + "\n  | …" : shown;
    }

    String message(Throwable error) {
        if (error instanceof DocklineException refusal) {
            // The line to type stays whole, to be copied.
            var next = placed
                    ? refusal.next()
                    : Near.corrected(piece.source(), refusal).orElse(refusal.next());
            return wrapped(refusal.what() + ": " + refusal.why() + ".") + "\nTry: " + next;
        }
        return causes(error).stream().map(Failure::line).collect(Collectors.joining("\n  caused by "));
    }

    private String wrapped(String text) {
        return width == 0 ? text : Paragraphs.wrapped(text, width);
    }

    private static String line(Throwable error) {
        var type = error.getClass().getSimpleName();
        var message = error.getMessage();
        return message == null
                ? type
                : type + ": " + VARIABLE_HOLDER.matcher(message).replaceAll("");
    }

    private static List<Throwable> causes(Throwable error) {
        return java.util.stream.Stream.iterate(error, e -> e != null, Throwable::getCause)
                .limit(5)
                .toList();
    }
}
