package dev.dockline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that would never end, or would take all there is: the engine goes on, and ends them when told to. */
class EndlessTest {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Engine engine = new Engine();

    @AfterEach
    void close() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f() { f | f & }; f; while true; do sleep 1; done",
                "while true; do :; done",
                "yes",
                "trap '' TERM INT; while true; do sleep 1; done"
            })
    void one_that_multiplies_or_goes_on_is_killed(String script) throws Exception {
        var id = engine.docker
                .createContainerCmd("busybox")
                .withCmd("sh", "-c", script)
                .exec()
                .getId();
        engine.docker.startContainerCmd(id).exec();
        Thread.sleep(1000);
        var began = System.nanoTime();
        assertThat(engine.docker.listContainersCmd().exec()).hasSize(1);
        assertThat(engine.sh("echo others go on").out()).isEqualTo("others go on\n");
        engine.docker.killContainerCmd(id).exec();
        assertThat(engine.await(id)).isEqualTo(137);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONGEST);
        engine.docker.removeContainerCmd(id).exec();
        assertThat(engine.embedded.violations()).isEmpty();
    }

    @Test
    void functions_that_call_each_other_without_end_are_told() {
        assertThat(engine.sh("f() { g; }; g() { f; }; f; echo after"))
                .isEqualTo(new Engine.Result(2, "", "sh: functions call each other without end\n"));
    }

    @Test
    void what_multiplies_is_told_that_there_is_no_more_room() {
        var result = engine.sh("i=0; while [ $i -lt 600 ]; do sleep 60 & i=$((i + 1)); done");
        assertThat(List.of(result.code(), result.err()))
                .isEqualTo(List.of(2, "sh: can't fork: Resource temporarily unavailable\n"));
    }
}
