package dev.dockline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockline.embedded.EmbeddedEngine;
import dev.dockline.engine.Handover;
import dev.dockline.error.DocklineException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thousand interruptions at random moments leave the embedded engine whole and the connection usable. */
@Timeout(240)
class InterruptStormTest {
    private static final int INTERRUPTIONS = 1_000;

    @Test
    void a_thousand_interruptions() throws Exception {
        try (var engine = EmbeddedEngine.start();
                var docker = Docker.connect(engine)) {
            var rounds = new AtomicInteger();
            var failure = new AtomicReference<Throwable>();
            var worker = new Thread(() -> work(docker, rounds), "storm");
            worker.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
            worker.start();
            var random = new Random(42);
            for (int i = 0; i < INTERRUPTIONS; i++) {
                Thread.sleep(random.nextInt(30), random.nextInt(999_999));
                if (random.nextBoolean()) {
                    Handover.cancelAll();
                } else {
                    worker.interrupt();
                }
            }
            int done = rounds.getAndSet(-1);
            worker.join(30_000);
            assertThat(worker.isAlive()).isFalse();
            assertThat(failure.get()).isNull();
            assertThat(done).as("rounds, ended or not").isGreaterThan(500);
            await().atMost(Duration.ofSeconds(30)).until(Handover::idle);
            assertThat(engine.violations()).isEmpty();
            assertThat(docker.container().image("busybox").call("echo", "whole").out())
                    .isEqualTo("whole\n");
        }
    }

    private static void work(Docker docker, AtomicInteger rounds) {
        while (rounds.get() >= 0) {
            try {
                round(docker, rounds.get());
            } catch (DocklineException interruptedOrRefused) {
                assertThat(interruptedOrRefused.what()).startsWith("Cannot ");
            }
            Thread.interrupted();
            rounds.updateAndGet(n -> n < 0 ? n : n + 1);
        }
    }

    private static void round(Docker docker, int number) {
        docker.containers().forEach(left -> left.removeWithVolumes(Dockline.FORCE));
        var dbdata =
                docker.container("dbdata").image("busybox").volume("/dbdata").create();
        docker.container().image("busybox").volumesFrom(dbdata).call("sh", "-c", "echo " + number + " > /dbdata/f");
        var db = docker.container("db")
                .image("training/postgres")
                .volumesFrom(dbdata)
                .run();
        docker.container("web")
                .image("training/webapp")
                .publish(5000)
                .link(db, "db")
                .run();
        docker.container("web").exec("cat", "/etc/hosts");
        db.restart();
    }
}
