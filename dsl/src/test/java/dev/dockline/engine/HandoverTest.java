package dev.dockline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dockline.error.Interrupted;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HandoverTest {
    @Test
    void work_runs_on_another_thread_and_its_result_comes_back() {
        assertThat(Handover.call("Cannot ask", Thread::currentThread)).isNotSameAs(Thread.currentThread());
    }

    @Test
    void work_within_work_runs_at_once() {
        Thread outer = Handover.call("Cannot ask", () -> {
            var inner = Handover.call("Cannot ask", Thread::currentThread);
            assertThat(inner).isSameAs(Thread.currentThread());
            return inner;
        });
        assertThat(outer).isNotNull();
    }

    @Test
    void what_the_work_throws_is_thrown() {
        assertThatThrownBy(() -> Handover.call("Cannot ask", () -> {
                    throw new java.io.IOException("no");
                }))
                .isInstanceOf(java.io.IOException.class)
                .hasMessage("no");
    }

    @Test
    void an_interrupted_caller_is_let_go_and_the_work_told_to_end() throws Exception {
        var began = new CountDownLatch(1);
        var closed = new AtomicBoolean();
        var ended = new AtomicBoolean();
        var thrown = new AtomicReference<Throwable>();
        var caller = new Thread(() -> {
            try {
                Handover.call("Cannot wait", () -> {
                    Handover.closeOnCancel(() -> closed.set(true));
                    began.countDown();
                    try {
                        Thread.sleep(60_000);
                    } finally {
                        Handover.cleanUp(() -> ended.set(!Thread.currentThread().isInterrupted()));
                    }
                    return null;
                });
            } catch (RuntimeException e) {
                thrown.set(e);
            }
        });
        caller.start();
        began.await();
        caller.interrupt();
        caller.join();
        assertThat(thrown.get())
                .isInstanceOf(Interrupted.class)
                .hasMessage("Cannot wait: it was interrupted.\nTry: containers() to see how far it got");
        await().untilTrue(ended);
        assertThat(closed).isTrue();
        await().until(Handover::idle);
    }

    @Test
    void cancelling_lets_go_of_work_that_does_not_heed_interrupts() throws Exception {
        var release = new CountDownLatch(1);
        var began = new CountDownLatch(1);
        var caller = new Thread(() -> {
            try {
                Handover.call("Cannot wait", () -> {
                    began.countDown();
                    while (release.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    return null;
                });
            } catch (Interrupted expected) {
                Thread.currentThread().interrupt();
            }
        });
        caller.start();
        began.await();
        Handover.cancelAll();
        caller.join(2_000);
        assertThat(caller.isAlive()).isFalse();
        release.countDown();
    }

    @Test
    void an_interrupt_does_not_meet_the_next_work() throws Exception {
        for (int i = 0; i < 200; i++) {
            var caller = Thread.currentThread();
            var poke = new Thread(caller::interrupt);
            poke.start();
            try {
                Handover.call("Cannot wait", () -> {
                    Thread.sleep(1);
                    return null;
                });
            } catch (Interrupted expected) {
                assertThat(expected.exitCode()).isEqualTo(130);
            }
            while (poke.isAlive()) {
                Thread.onSpinWait();
            }
            Thread.interrupted();
            assertThat(Handover.<Boolean>call(
                            "Cannot ask", () -> Thread.currentThread().isInterrupted()))
                    .isFalse();
        }
    }
}
