package dev.dockline.shell.eval;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import jdk.jshell.spi.ExecutionControl;

/** The evaluator over a JShell in this process, which one thread owns. */
public final class JShellEvaluator implements Evaluator {
    private static final long COMPLETION_MILLIS = 2000;

    private final ExecutorService owner =
            Executors.newSingleThreadExecutor(work -> Threads.daemon("dockline-jshell", work));
    private final Supplier<SnippetControl> controls;
    private volatile SnippetControl control;
    private final Runnable cancel;
    private final Surroundings surroundings;
    private volatile Evaluation latest;
    private Session session;

    /**
     * Makes one that opens on first use.
     *
     * @param surroundings what every snippet may use
     * @param cancel what ends the work that snippets handed over, on an interrupt
     */
    public JShellEvaluator(Surroundings surroundings, Runnable cancel) {
        this(surroundings, cancel, SnippetControl::new);
    }

    JShellEvaluator(Surroundings surroundings, Runnable cancel, Supplier<SnippetControl> controls) {
        this.surroundings = surroundings;
        this.cancel = cancel;
        this.controls = controls;
        this.control = controls.get();
    }

    /** Makes one that compiles and runs nothing: what expressions give is then null. */
    public static JShellEvaluator compiler(Surroundings surroundings) {
        return new JShellEvaluator(surroundings, () -> {}, CompileControl::new);
    }

    @Override
    public void warm() {
        owner.execute(() -> session().jshell());
    }

    @Override
    public void warmFor(String text) {
        if (!Splitter.isOnlyCalls(text)) {
            warm();
        }
    }

    @Override
    public List<Piece> split(String origin, String text) {
        return onOwner(session -> session.split(origin, text));
    }

    @Override
    public Outcome eval(Piece piece) {
        return evaluate(session -> session.eval(piece));
    }

    @Override
    public Outcome call(Callable<?> work) {
        return evaluate(session -> session.call(work));
    }

    private Outcome evaluate(Function<Session, Outcome> work) {
        var evaluation = new Evaluation();
        latest = evaluation;
        owner.execute(() -> {
            try {
                control.begin(evaluation);
                evaluation.finish(work.apply(session()));
            } catch (RuntimeException | Error e) {
                // The compiler has its faults; one of them must not end the session.
                evaluation.finish(new Outcome.Threw(e, List.of()));
            }
        });
        return evaluation.await(this::interrupt);
    }

    @Override
    public boolean interrupt() {
        var running = latest;
        return running != null && running.interrupt(cancel, this::stop);
    }

    private void stop() {
        try {
            control.stop();
        } catch (ExecutionControl.ExecutionControlException e) {
            throw new IllegalStateException("JShell cannot stop the snippet", e);
        }
    }

    @Override
    public Suggestions complete(String text, int cursor) {
        return soon(session -> session.complete(text, cursor), new Suggestions(List.of(), cursor));
    }

    @Override
    public Optional<String> typeOf(String expression) {
        return soon(session -> session.typeOf(expression), Optional.empty());
    }

    @Override
    public Optional<Object> valueOf(String variable) {
        return soon(session -> session.valueOf(variable), Optional.empty());
    }

    // Who types does not wait for a snippet that runs.
    private <T> T soon(Function<Session, T> question, T otherwise) {
        var answer = owner.submit(() -> question.apply(session()));
        try {
            return answer.get(COMPLETION_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return otherwise;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        }
    }

    @Override
    public Outcome variables() {
        return evaluate(Session::variables);
    }

    @Override
    public List<Unresolved> unresolved() {
        return onOwner(Session::unresolved);
    }

    @Override
    public void reset() {
        owner.execute(() -> {
            // The old control holds the classes of what was declared.
            control = controls.get();
            session = null;
            session().jshell();
        });
    }

    // It takes a moment, so an interrupt is left to who comes next.
    private <T> T onOwner(Function<Session, T> work) {
        var answer = owner.submit(() -> work.apply(session()));
        var interrupted = false;
        while (true) {
            try {
                return answer.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("JShell failed: " + e.getCause(), e.getCause());
            } catch (InterruptedException e) {
                interrupted = true;
            } finally {
                if (interrupted && answer.isDone()) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private Session session() {
        if (session == null) {
            session = new Session(control, surroundings);
        }
        return session;
    }

    @Override
    public void close() {
        owner.shutdownNow();
    }
}
