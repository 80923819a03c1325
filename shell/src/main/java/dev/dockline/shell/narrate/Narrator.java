package dev.dockline.shell.narrate;

import dev.dockline.Container;
import dev.dockline.Dockline;
import dev.dockline.engine.Handover;
import dev.dockline.engine.Keys;
import dev.dockline.shell.eval.AtExit;
import dev.dockline.shell.eval.Evaluator;
import dev.dockline.shell.eval.Live;
import dev.dockline.shell.eval.Outcome;
import dev.dockline.shell.eval.Outcome.Form;
import dev.dockline.shell.eval.Output;
import dev.dockline.shell.eval.Piece;
import dev.dockline.shell.eval.Problem;
import dev.dockline.view.Style;
import dev.dockline.view.Tables;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Tells an audience what became of each snippet. */
public final class Narrator {
    /** How much there is to tell. At the prompt a failure needs no place, and a declaration that is kept is shown. */
    public record Manner(
            boolean atPrompt,
            boolean quiet,
            boolean traces,
            Supplier<Style> style,
            IntSupplier height,
            Supplier<Optional<Keys>> keys) {}

    /** What is shown where something changed: that alone, all containers, or nothing. */
    public enum Shown {
        DELTA,
        FULL,
        OFF
    }

    private static final long CLEAN_UP_NANOS = 80_000_000;
    private static final long ANSWER_MILLIS = 100;
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "dockline-impatience");
        thread.setDaemon(true);
        return thread;
    });
    private static final Piece NO_PIECE = new Piece("the result", "", 1, true);
    private static final Piece AT_EXIT = new Piece("onExit", "", 1, true);

    private final Evaluator evaluator;
    private final Output output;
    private final Audience audience;
    private final Watch watch;
    private final Manner manner;
    private final Pages pages;
    private boolean last;
    private volatile Throwable lastError;
    private volatile Shown shown = Shown.DELTA;

    /** Takes what renders, what prints, who is told and what watches. */
    public Narrator(Evaluator evaluator, Output output, Audience audience, Watch watch, Manner manner) {
        this.evaluator = evaluator;
        this.output = output;
        this.audience = audience;
        this.watch = watch;
        this.manner = manner;
        this.pages = new Pages(manner.height);
    }

    /** Shows this from now on. */
    public void show(Shown newShown) {
        shown = newShown;
    }

    /** Whether the latest snippet was the last: it called exit, or was interrupted. */
    public boolean wasLast() {
        return last;
    }

    /** Tells that a line, which is no Java, is not done. */
    public Outcome refuse(Piece piece, String why) {
        var outcome = new Outcome.Rejected(List.of(Problem.at(why, piece.source(), 0)));
        reject(piece, outcome);
        return outcome;
    }

    /** Tells that a snippet was not begun any more. */
    public Outcome interrupted(Piece piece) {
        var outcome = new Outcome.Interrupted(false);
        tell(piece, outcome, false);
        return outcome;
    }

    /** Tells why a snippet does not compile. */
    public void reject(Piece piece, Outcome.Rejected rejected) {
        tell(piece, rejected, false);
    }

    /** Runs what is to be done before the end, and tells of what fails. */
    public void atExit() {
        for (var block = AtExit.next(); block.isPresent(); block = AtExit.next()) {
            watch.begin();
            var work = block.get();
            var outcome = evaluator.call(() -> {
                work.run();
                return null;
            });
            tell(AT_EXIT, outcome, tellsChanges(outcome) && tellChanges(AT_EXIT));
        }
    }

    /** Evaluates one snippet and tells about it. */
    public Outcome evaluate(Piece piece) {
        watch.begin();
        var outcome = evaluator.eval(piece);
        var plain = outcome instanceof Outcome.Continued continued ? continued.outcome() : outcome;
        last = plain instanceof Outcome.Exited || plain instanceof Outcome.Interrupted;
        if (outcome instanceof Outcome.Interrupted) {
            settle();
            tell(piece, outcome, tellsChanges(outcome) && tellChangesSoon(piece));
        } else {
            // A quiet one does not ask what changed, and a handle is most often shown because nothing did.
            tell(piece, withoutContinuation(outcome), manner.quiet || tellsChanges(outcome) && tellChanges(piece));
        }
        return outcome;
    }

    /** Whoever pressed Ctrl-C does not wait for an engine that may be what hangs. */
    private boolean tellChangesSoon(Piece piece) {
        var late = TIMER.schedule(evaluator::interrupt, ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        try {
            return tellChanges(piece);
        } finally {
            late.cancel(false);
        }
    }

    /** What was left behind may still hold the evaluator, for which the prompt must not wait. */
    private boolean tellsChanges(Outcome outcome) {
        return !manner.quiet && !watch.isIdle() && !outcome.equals(new Outcome.Interrupted(true));
    }

    /** Leaves the line that shows ^C, and gives work that was cancelled a moment to clean up, for a truer table. */
    private void settle() {
        if (manner.atPrompt) {
            output.out().println();
        }
        var end = System.nanoTime() + CLEAN_UP_NANOS;
        while (!Handover.idle() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** At the prompt, where a dot line went into a variable, says so. */
    private Outcome withoutContinuation(Outcome outcome) {
        if (!(outcome instanceof Outcome.Continued continued)) {
            return outcome;
        }
        if (manner.atPrompt && continued.outcome() instanceof Outcome.Value value && value.form() != Form.EXPRESSION) {
            output.out().println(continued.source());
        }
        return continued.outcome();
    }

    /** Tells about what failed outside any snippet. */
    public void tell(Throwable error) {
        lastError = error;
        var text = new Failure(NO_PIECE, false, style().width()).message(error);
        audience.failed(Complaint.threw(NO_PIECE, error, text, false));
    }

    /** Does work that asks the engine or the user's classes, and tells what it gave or why it failed. */
    public Outcome tell(Callable<?> work) {
        var outcome = evaluator.call(work);
        tell(NO_PIECE, outcome, false);
        return outcome;
    }

    /** Tells of all variables. */
    public Outcome tellVariables() {
        var outcome = evaluator.variables();
        if (outcome instanceof Outcome.Value value && value.value() instanceof List<?> variables) {
            output.out().print(Results.variables(variables).render(style()));
        } else {
            tell(NO_PIECE, outcome, false);
        }
        return outcome;
    }

    /** The next page of the last long result; empty if there is no more of it. */
    public String more() {
        return pages.next();
    }

    /** What failed latest, or null. */
    public Throwable lastError() {
        return lastError;
    }

    private boolean tellChanges(Piece piece) {
        var deltas = asked(watch::deltas).orElse(List.of());
        if (deltas.isEmpty()) {
            return false;
        } else if (shown == Shown.DELTA) {
            audience.changed(piece, deltas);
        } else if (shown == Shown.FULL) {
            asked(() -> Rendering.of(Dockline.containers().table(), style())).ifPresent(audience::shown);
        }
        return true;
    }

    /** Tells what others changed on the engine since a change was told of last, and what changed by itself. */
    public void tellNews() {
        if (manner.quiet || shown == Shown.OFF) {
            return;
        }
        for (var news : watch.news()) {
            output.out().println("Meanwhile, not by this session:");
            Tables.changes(news).forEach(table -> output.out().print(table.render(style())));
        }
    }

    private void tell(Piece piece, Outcome outcome, boolean acted) {
        var failure = new Failure(piece, !manner.atPrompt, style().width());
        if (outcome instanceof Outcome.Value value) {
            tellValue(value, acted);
        } else if (outcome instanceof Outcome.Rejected rejected) {
            audience.failed(Complaint.rejected(piece, rejected, failure));
        } else if (outcome instanceof Outcome.Threw threw) {
            lastError = threw.error();
            audience.failed(Complaint.threw(piece, threw.error(), failure.threw(threw), manner.traces));
        } else if (outcome instanceof Outcome.Interrupted interrupted) {
            audience.failed(Complaint.interrupted(piece, failure.interrupted(interrupted.leftBehind())));
        }
    }

    private void tellValue(Outcome.Value value, boolean acted) {
        if (value.value() instanceof Live live) {
            tellLive(live);
        } else if (isWorthTelling(value, acted)) {
            show(() -> {
                var result = new Results(style()).of(value.value());
                return manner.atPrompt
                        ? new Rendering(pages.first(Harmless.text(result.text())), result.html())
                        : result;
            });
        }
    }

    private void tellLive(Live live) {
        var keys = manner.keys.get();
        if (keys.isEmpty()) {
            show(() -> Rendering.of(live.latest().get().table(), style()));
            return;
        }
        try (var taken = keys.get()) {
            tell(NO_PIECE, new LiveView(evaluator, output, manner.style, taken).show(live), false);
        }
    }

    /** A handle that acted was told of by what changed; what was put into a variable is asked for by its name. */
    private boolean isWorthTelling(Outcome.Value value, boolean acted) {
        if (value.form() != Form.EXPRESSION) {
            return manner.atPrompt && !acted && Declarations.isUnsent(value.value());
        }
        if (Results.areHandles(value.value())) {
            return !acted;
        }
        return !Results.isHandle(value.value()) || !acted && (manner.atPrompt || value.value() instanceof Container);
    }

    private void show(Callable<Rendering> work) {
        asked(work).filter(result -> !result.isEmpty()).ifPresent(audience::shown);
    }

    /** What the work gives; it may call into the user's classes or ask the engine, and its failure is told. */
    @SuppressWarnings("unchecked")
    private <T> Optional<T> asked(Callable<T> work) {
        var outcome = evaluator.call(work);
        if (outcome instanceof Outcome.Value made) {
            return Optional.ofNullable((T) made.value());
        }
        if (outcome instanceof Outcome.Interrupted) {
            audience.failed(Complaint.interrupted(NO_PIECE, "The engine does not say what changed."));
        } else {
            tell(NO_PIECE, outcome, false);
        }
        return Optional.empty();
    }

    private Style style() {
        return manner.style.get();
    }
}
