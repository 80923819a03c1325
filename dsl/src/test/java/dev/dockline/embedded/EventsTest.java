package dev.dockline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events come in the order of Docker 28. */
class EventsTest {
    private final Engine engine = new Engine();

    @AfterEach
    void closeWhole() {
        assertThat(engine.embedded.violations()).isEmpty();
        engine.close();
    }

    private List<String> past() throws InterruptedException {
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        var until = String.valueOf(System.currentTimeMillis() / 1000 + 1);
        var ended = engine.docker
                .eventsCmd()
                .withSince("1")
                .withUntil(until)
                .exec(new ResultCallback.Adapter<Event>() {
                    @Override
                    public void onNext(Event event) {
                        seen.add(event.getType().getValue() + " " + event.getAction());
                    }
                })
                .awaitCompletion(10, TimeUnit.SECONDS);
        assertThat(ended).isTrue();
        return List.copyOf(seen);
    }

    @Test
    void from_create_to_remove_with_an_anonymous_volume() throws InterruptedException {
        var id = engine.docker
                .createContainerCmd("busybox")
                .withVolumes(new Volume("/data"))
                .withCmd("sleep", "600")
                .exec()
                .getId();
        engine.docker.startContainerCmd(id).exec();
        engine.exec(id, "ls", "/data");
        engine.docker.stopContainerCmd(id).withTimeout(0).exec();
        engine.docker.removeContainerCmd(id).withRemoveVolumes(true).exec();
        assertThat(past())
                .containsExactly(
                        "volume create",
                        "container create",
                        "volume mount",
                        "network connect",
                        "container start",
                        "container exec_create: ls /data",
                        "container exec_start: ls /data",
                        "container exec_die",
                        "container kill",
                        "container kill",
                        "network disconnect",
                        "volume unmount",
                        "container die",
                        "container stop",
                        "volume destroy",
                        "container destroy");
    }

    @Test
    void a_run_that_removes_itself_dies_and_is_destroyed() throws InterruptedException {
        var id = engine.docker
                .createContainerCmd("busybox")
                .withHostConfig(HostConfig.newHostConfig().withAutoRemove(true))
                .withCmd("true")
                .exec()
                .getId();
        engine.docker.startContainerCmd(id).exec();
        assertThat(past())
                .containsExactly(
                        "container create",
                        "network connect",
                        "container start",
                        "network disconnect",
                        "container die",
                        "container destroy");
    }

    @Test
    void a_failed_start_only_disconnects() throws InterruptedException {
        var id = engine.docker
                .createContainerCmd("busybox")
                .withCmd("nope")
                .exec()
                .getId();
        try {
            engine.docker.startContainerCmd(id).exec();
        } catch (com.github.dockerjava.api.exception.BadRequestException e) {
            assertThat(e.getHttpStatus()).isEqualTo(400);
        }
        assertThat(past()).containsExactly("container create", "network disconnect");
    }
}
