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
    private static final Duration LONGEST = Duration.ofSeconds(20);

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
                "trap '' TERM INT; while true; do sleep 1; done",
                "cat /dev/zero | wc -c",
                "yes | tee /dev/null | md5sum"
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

    /** Programs that must keep what they read are told when it is more than the engine gives them. */
    @ParameterizedTest
    @ValueSource(strings = {"yes | sort", "grep x /dev/zero", "cat /dev/zero | tail -n 1", "yes | xargs echo"})
    void input_without_end_is_refused(String script) {
        var result = engine.sh(script + " > /dev/null; echo ended $?");
        assertThat(result.out()).matches("ended [1-9][0-9]*\n");
        assertThat(result.err()).containsIgnoringCase("out of memory");
        assertThat(engine.embedded.violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x=$(yes)", "x=$(cat /dev/zero)", "read x < /dev/zero", "x=12345678; while true; do x=$x$x; done"
            })
    void a_shell_that_keeps_without_end_ends(String script) {
        assertThat(engine.sh(script + "; echo after")).isEqualTo(new Engine.Result(1, "", "sh: out of memory\n"));
        assertThat(engine.embedded.violations()).isEmpty();
    }

    @Test
    void what_passes_without_end_is_not_kept() {
        assertThat(engine.sh("yes | sed s/y/n/ | head -n 2; yes | grep y | tail -n +3 | head -n 1"))
                .isEqualTo(new Engine.Result(0, "n\nn\ny\n", ""));
    }

    @Test
    void binary_data_goes_through_pipes_as_it_is() {
        assertThat(engine.sh("""
                        head -c 3000000 /dev/urandom > /tmp/a
                        cat /tmp/a | tee /tmp/b | gzip -c | zcat | cat > /tmp/c
                        (cd /tmp && tar cf - a) | (mkdir /tmp/d && cd /tmp/d && tar xf -)
                        { head -c 1000000; cat; } < /tmp/a > /tmp/e
                        cat /tmp/[abce] /tmp/d/a | wc -c
                        md5sum /tmp/[abce] /tmp/d/a | cut -d ' ' -f 1 | uniq | wc -l""")).isEqualTo(new Engine.Result(0, "15000000\n1\n", ""));
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
