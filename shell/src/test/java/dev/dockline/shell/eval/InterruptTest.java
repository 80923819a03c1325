package dev.dockline.shell.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterruptTest extends EvalTest {
    private static final Duration PROMPT = Duration.ofMillis(200);
    // Any single one may meet a machine that does other work; most must not.
    private static final Duration AT_MOST = Duration.ofSeconds(2);

    private final List<Duration> taken = new ArrayList<>();

    @BeforeEach
    void warm() {
        eval("int kept = 42;");
    }

    /** Interrupts an evaluation that long after its beginning, and answers its outcome, which must come in time. */
    private Outcome interrupt(String text, long afterMillis) throws Exception {
        var piece = evaluator.split("test", text).get(0);
        var outcome = CompletableFuture.supplyAsync(() -> evaluator.eval(piece));
        Thread.sleep(afterMillis);
        // On a busy machine the evaluation may not have begun yet; an interrupt of nothing is none.
        while (!evaluator.interrupt()) {
            Thread.sleep(1);
        }
        var began = System.nanoTime();
        var result = outcome.get(10, TimeUnit.SECONDS);
        taken.add(Duration.ofNanos(System.nanoTime() - began));
        assertThat(taken).last().satisfies(time -> assertThat(time).isLessThan(AT_MOST));
        return result;
    }

    private Duration median() {
        return taken.stream().sorted().toList().get(taken.size() / 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) { }",
                "Thread.sleep(60_000)",
                "for (;;) { try { Thread.sleep(60_000); } catch (InterruptedException e) { } }",
                "synchronized (Object.class) { new java.util.concurrent.CountDownLatch(1).await(); }",
                "while (true) System.currentTimeMillis();"
            })
    void ends_what_can_be_ended(String text) throws Exception {
        assertThat(interrupt(text, 300)).isEqualTo(new Outcome.Interrupted(false));
        assertEval("kept", 42);
    }

    @Test
    void leaves_behind_what_does_not_answer() throws Exception {
        eval("var server = new java.net.ServerSocket(0);");
        assertThat(interrupt("server.accept()", 300)).isEqualTo(new Outcome.Interrupted(true));
        assertEval("kept", 42);
        assertThat(interrupt("while (true) { }", 300)).isEqualTo(new Outcome.Interrupted(false));
        assertEval("server.isClosed()", false);
        eval("server.close()");
    }

    @Test
    void is_not_lost_while_the_compiler_still_works() throws Exception {
        for (var delay = 3; delay < 60; delay += 3) {
            assertThat(interrupt("while (true) { int d = %d; }".formatted(delay), delay))
                    .isEqualTo(new Outcome.Interrupted(false));
        }
        assertThat(median()).isLessThan(PROMPT);
        assertEval("kept", 42);
    }

    @Test
    void does_nothing_to_the_next_evaluation() throws Exception {
        evaluator.interrupt();
        assertEval("kept + 1", 43);
        for (var i = 0; i < 20; i++) {
            interrupt("Thread.sleep(60_000)", 50);
            assertEval("Thread.sleep(5); kept", 42);
        }
        assertThat(median()).isLessThan(PROMPT);
    }

    @Test
    void ends_a_toString_that_does_not_end() throws Exception {
        var outcome = CompletableFuture.supplyAsync(() -> evaluator.call(() -> {
            Thread.sleep(60_000);
            return "";
        }));
        Thread.sleep(100);
        evaluator.interrupt();
        assertThat(outcome.get(1, TimeUnit.SECONDS)).isEqualTo(new Outcome.Interrupted(false));
    }

    @Test
    void ends_the_work_that_was_handed_over_first() throws Exception {
        var cancelled = new CompletableFuture<Void>();
        try (var other = new JShellEvaluator(
                new Surroundings(Set.of("java.util"), List.of(), List.of()), () -> cancelled.complete(null))) {
            var piece = other.split("test", "Thread.sleep(60_000)").get(0);
            var outcome = CompletableFuture.supplyAsync(() -> other.eval(piece));
            Thread.sleep(300);
            other.interrupt();
            assertThat(outcome.get(1, TimeUnit.SECONDS)).isEqualTo(new Outcome.Interrupted(false));
            assertThat(cancelled).isCompleted();
        }
    }
}
