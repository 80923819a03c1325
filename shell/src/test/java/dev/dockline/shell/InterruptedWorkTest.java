package dev.dockline.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockline.Dockline;
import dev.dockline.engine.Handover;
import dev.dockline.shell.eval.JShellEvaluator;
import dev.dockline.shell.eval.Outcome;
import dev.dockline.shell.eval.Piece;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Ctrl-C at random moments of work on the embedded engine; -Ddockline.interrupts=1000 for a long run. */
class InterruptedWorkTest {
    private static final int TIMES = Integer.getInteger("dockline.interrupts", 60);
    private static final long SEED = Long.getLong("dockline.seed", System.nanoTime());

    private static final List<String> WORK = List.of(
            "container().image(\"busybox\").call(\"echo\", \"hi\")",
            "container().image(\"busybox\").call(\"sleep\", \"60\")",
            "container(\"kept\").start(); container(\"kept\").stop()",
            "for (var c : containers()) c.state();",
            "container(\"made\").image(\"busybox\").volume(\"/data\").create(); container(\"made\").removeWithVolumes(FORCE)",
            "for (int i = 0; ; i++) container(\"c\" + i).image(\"busybox\").publish(80 + i % 9).link(\"kept\")",
            "while (true) System.out.print(\"\");");

    @Test
    void leaves_session_and_engine_whole() throws Exception {
        var random = new Random(SEED);
        Dockline.use("embedded");
        try (var evaluator = new JShellEvaluator(Imports.ALL, Handover::cancelAll)) {
            assertThat(run(evaluator, "container(\"kept\").image(\"busybox\").run(\"sleep\", \"1000\")"))
                    .isInstanceOf(Outcome.Value.class);
            for (var i = 0; i < TIMES; i++) {
                interrupt(evaluator, WORK.get(random.nextInt(WORK.size())), random.nextInt(120));
            }
            Awaitility.await().until(Handover::idle);
            for (var text : List.of(
                    "container().image(\"busybox\").call(\"echo\", \"alive\").out()",
                    "container(\"kept\").removeWithVolumes(FORCE)",
                    "containers().forEach(c -> c.removeWithVolumes(FORCE))",
                    "if (!containers().isEmpty() || !volumes().isEmpty()) throw new IllegalStateException();")) {
                assertThat(run(evaluator, text)).as("%s (seed %d)", text, SEED).matches(o -> !o.isFailure());
            }
        }
    }

    private static Outcome run(JShellEvaluator evaluator, String text) {
        return evaluator.split("test", text).stream()
                .map(evaluator::eval)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static void interrupt(JShellEvaluator evaluator, String text, int millis) throws Exception {
        List<Piece> pieces = evaluator.split("test", text);
        var outcome = CompletableFuture.supplyAsync(() -> evaluator.eval(pieces.get(0)));
        Thread.sleep(millis);
        var began = System.nanoTime();
        while (!outcome.isDone()) {
            evaluator.interrupt();
            Thread.sleep(5);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).as(text).isLessThan(Duration.ofMillis(500));
        var result = outcome.get(1, TimeUnit.SECONDS);
        if (result instanceof Outcome.Threw threw) {
            assertThat(threw.error())
                    .as("%s (seed %d)", text, SEED)
                    .isInstanceOf(dev.dockline.error.DocklineException.class);
        }
        assertThat(result).as(text).isNotEqualTo(new Outcome.Interrupted(true));
    }
}
