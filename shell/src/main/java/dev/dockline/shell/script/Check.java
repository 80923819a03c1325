package dev.dockline.shell.script;

import dev.dockline.shell.eval.Evaluator;
import dev.dockline.shell.eval.Outcome;
import dev.dockline.shell.eval.Piece;
import dev.dockline.shell.eval.Problem;
import dev.dockline.shell.narrate.Narrator;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Compiles scripts, with those that they open, and tells all that is wrong with them; runs nothing. */
public final class Check {
    private static final Pattern DECLARES = Pattern.compile(
            "(?:final\\s+)?[\\w.]+(?:\\s*<[^=;]*>)?(?:\\[\\])*\\s+(\\w+)\\s*(?:=|;|\\().*", Pattern.DOTALL);
    private static final Pattern MISSING = Pattern.compile("cannot find symbol\\s+symbol:\\s+\\w+ (\\w+)");

    private final Evaluator compiler;
    private final Narrator narrator;
    private final OpenScripts open = new OpenScripts();
    private final Set<String> undeclared = new HashSet<>();
    private int errors;

    /** Takes an evaluator that compiles only, and who tells of errors. */
    public Check(Evaluator compiler, Narrator narrator) {
        this.compiler = compiler;
        this.narrator = narrator;
    }

    /** How many errors there are, each of which was told. */
    public int errors(Script script) {
        pieces(script);
        for (var unresolved : compiler.unresolved()) {
            var problem = unresolved.name() + " uses what nothing declares: " + String.join(", ", unresolved.missing());
            tell(
                    unresolved.piece(),
                    List.of(Problem.at(problem, unresolved.piece().source(), 0)));
        }
        return errors;
    }

    private int pieces(Script script) {
        return open.during(script, () -> {
            for (var piece : compiler.split(script.name(), script.text())) {
                if (piece.isCommand()) {
                    include(script, piece);
                } else {
                    check(piece);
                }
            }
            return errors;
        });
    }

    private void check(Piece piece) {
        var outcome = compiler.eval(piece);
        var plain = outcome instanceof Outcome.Continued continued ? continued.outcome() : outcome;
        if (plain instanceof Outcome.Rejected rejected) {
            var declares = DECLARES.matcher(piece.source());
            if (declares.matches()) {
                undeclared.add(declares.group(1));
            }
            var own = rejected.problems().stream()
                    .filter(problem -> !follows(problem))
                    .toList();
            if (!own.isEmpty() || rejected.problems().isEmpty()) {
                tell(piece, own);
            }
        }
    }

    // What is missing only because its declaration is wrong, is no error of its own.
    private boolean follows(Problem problem) {
        var missing = MISSING.matcher(problem.message());
        return missing.find() && undeclared.contains(missing.group(1));
    }

    private void include(Script script, Piece piece) {
        try {
            pieces(open.opened(script, piece));
        } catch (IOException e) {
            tell(piece, List.of(Problem.at(e.getMessage(), piece.source(), 0)));
        }
    }

    private void tell(Piece piece, List<Problem> problems) {
        errors += Math.max(1, problems.size());
        narrator.reject(piece, new Outcome.Rejected(problems));
    }
}
