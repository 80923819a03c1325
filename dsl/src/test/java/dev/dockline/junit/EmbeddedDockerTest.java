package dev.dockline.junit;

import static dev.dockline.Dockline.FORCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.dockline.Docker;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class EmbeddedDockerTest {
    private static final String INNER = "run by the tests around, which look at what becomes of it";

    private static Events run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .configurationParameter("junit.jupiter.conditions.deactivate", "org.junit.*DisabledCondition")
                .selectors(selectClass(tests))
                .execute()
                .testEvents();
    }

    @Disabled(INNER)
    @EmbeddedDocker
    @Execution(ExecutionMode.CONCURRENT)
    static class OwnEngines {
        private static final CountDownLatch BOTH = new CountDownLatch(2);

        @BeforeEach
        void before(Docker docker) {
            docker.container("same").image("busybox").run("sleep", "600");
        }

        @Test
        void one(Docker docker) throws Exception {
            meetNobody(docker);
        }

        @Test
        void other(Docker docker) throws Exception {
            meetNobody(docker);
        }

        private static void meetNobody(Docker docker) throws Exception {
            BOTH.countDown();
            assertThat(BOTH.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(docker.containers().states()).hasSize(1);
        }

        @AfterEach
        void after(Docker docker) {
            docker.container("same").remove(FORCE);
        }
    }

    @Test
    void each_test_has_an_engine_of_its_own_also_at_once() {
        run(OwnEngines.class).assertStatistics(counts -> counts.succeeded(2).failed(0));
    }

    @Disabled(INNER)
    @EmbeddedDocker
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class SharedEngine {
        @BeforeAll
        static void before(Docker docker) {
            docker.container("shared").image("busybox").run("sleep", "600");
        }

        @Test
        @Order(1)
        void first(Docker docker) {
            assertThat(docker.containers().named("shared")).isNotEmpty();
            docker.container("more").image("busybox").create();
        }

        @Test
        @Order(2)
        void second(Docker docker) {
            assertThat(docker.containers().named("more")).isNotEmpty();
        }
    }

    @Test
    void one_of_the_class_is_shared_by_its_tests() {
        run(SharedEngine.class).assertStatistics(counts -> counts.succeeded(2).failed(0));
    }

    @Disabled(INNER)
    static class Leftovers {
        @Test
        @EmbeddedDocker(nothingMayRun = true)
        void leaves(Docker docker) {
            docker.container("left").image("busybox").run("sleep", "600");
        }

        @Test
        @EmbeddedDocker(nothingMayRun = true)
        void leaves_nothing_running(Docker docker) {
            docker.container("ended").image("busybox").run("true").awaitExit();
        }
    }

    @Test
    void what_is_left_running_is_told() {
        var events = run(Leftovers.class);
        events.assertStatistics(counts -> counts.succeeded(1).failed(1));
        events.assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("leaves"),
                                finishedWithFailure(
                                        message(
                                                text -> text.startsWith(
                                                        "The test has ended and there still runs: left (busybox, running).\nTry: stop()")))));
    }
}
