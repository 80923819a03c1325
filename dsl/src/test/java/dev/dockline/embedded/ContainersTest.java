package dev.dockline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.exception.BadRequestException;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PruneType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Containers from create to remove. */
class ContainersTest {
    private Engine engine;

    @BeforeEach
    void start() {
        engine = new Engine();
    }

    @AfterEach
    void closeWhole() {
        assertThat(engine.embedded.violations()).isEmpty();
        engine.close();
    }

    @Test
    void a_command_runs_and_its_output_and_exit_code_are_there_afterwards() {
        var result = engine.run("busybox", "echo", "hello", "world");
        assertThat(result).isEqualTo(new Engine.Result(0, "hello world\n", ""));
    }

    @Test
    void an_exit_code_is_the_programs_own() {
        assertThat(engine.run("busybox", "sh", "-c", "echo out; echo err >&2; exit 7"))
                .isEqualTo(new Engine.Result(7, "out\n", "err\n"));
    }

    @Test
    void inspect_tells_the_state_from_created_to_exited() {
        var id = engine.docker
                .createContainerCmd("busybox")
                .withName("web")
                .withCmd("sleep", "60")
                .exec()
                .getId();
        var created = engine.docker.inspectContainerCmd("web").exec();
        assertThat(created.getState().getStatus()).isEqualTo("created");
        assertThat(created.getState().getStartedAt()).isEqualTo("0001-01-01T00:00:00Z");
        engine.docker.startContainerCmd("web").exec();
        var running = engine.docker.inspectContainerCmd(id.substring(0, 12)).exec();
        assertThat(running.getState().getRunning()).isTrue();
        assertThat(running.getName()).isEqualTo("/web");
        assertThat(running.getPath()).isEqualTo("sleep");
        assertThat(running.getNetworkSettings().getNetworks().get("bridge").getIpAddress())
                .isEqualTo("172.17.0.2");
        engine.docker.killContainerCmd("web").exec();
        var exited = engine.docker.inspectContainerCmd("web").exec();
        assertThat(exited.getState().getStatus()).isEqualTo("exited");
        assertThat(exited.getState().getExitCodeLong()).isEqualTo(137);
        assertThat(exited.getNetworkSettings().getNetworks().get("bridge").getIpAddress())
                .isEmpty();
    }

    @Test
    void a_missing_image_is_not_found() {
        assertThatThrownBy(() -> engine.docker.createContainerCmd("nosuch").exec())
                .isInstanceOf(NotFoundException.class)
                .hasMessage("Status 404: {\"message\":\"No such image: nosuch:latest\"}");
    }

    @Test
    void a_name_belongs_to_one_container() {
        var id = engine.docker
                .createContainerCmd("busybox")
                .withName("web")
                .exec()
                .getId();
        assertThatThrownBy(() -> engine.docker
                        .createContainerCmd("busybox")
                        .withName("web")
                        .exec())
                .isInstanceOf(ConflictException.class)
                .hasMessage("Status 409: {\"message\":\"Conflict. The container name \\\"/web\\\" is already in use by"
                        + " container \\\"" + id + "\\\". You have to remove (or rename) that container to be able to"
                        + " reuse that name.\"}");
    }

    @Test
    void a_name_of_one_letter_is_refused() {
        assertThatThrownBy(() -> engine.docker
                        .createContainerCmd("busybox")
                        .withName("w")
                        .exec())
                .isInstanceOf(BadRequestException.class)
                .hasMessage("Status 400: {\"message\":\"Invalid container name (w), only [a-zA-Z0-9][a-zA-Z0-9_.-]"
                        + " are allowed\"}");
    }

    @Test
    void starting_what_runs_changes_nothing() {
        var id = engine.docker
                .createContainerCmd("busybox")
                .withCmd("sleep", "60")
                .exec()
                .getId();
        engine.docker.startContainerCmd(id).exec();
        assertThatThrownBy(() -> engine.docker.startContainerCmd(id).exec()).isInstanceOf(NotModifiedException.class);
    }

    @Test
    void a_running_container_is_removed_only_by_force() {
        var id = engine.docker
                .createContainerCmd("busybox")
                .withName("web")
                .withCmd("sleep", "60")
                .exec()
                .getId();
        engine.docker.startContainerCmd(id).exec();
        assertThatThrownBy(() -> engine.docker.removeContainerCmd(id).exec())
                .isInstanceOf(ConflictException.class)
                .hasMessage("Status 409: {\"message\":\"cannot remove container \\\"web\\\": container is running:"
                        + " stop the container before removing or force remove\"}");
        engine.docker.removeContainerCmd(id).withForce(true).exec();
        assertThatThrownBy(() -> engine.docker.inspectContainerCmd(id).exec())
                .isInstanceOf(NotFoundException.class)
                .hasMessage("Status 404: {\"message\":\"No such container: " + id + "\"}");
    }

    @Test
    void a_missing_command_leaves_the_container_created_with_code_127() {
        var id = engine.docker
                .createContainerCmd("busybox")
                .withCmd("nope")
                .exec()
                .getId();
        assertThatThrownBy(() -> engine.docker.startContainerCmd(id).exec())
                .isInstanceOf(BadRequestException.class)
                .hasMessage("Status 400: {\"message\":\"failed to create task for container: failed to create shim"
                        + " task: OCI runtime create failed: runc create failed: unable to start container process:"
                        + " error during container init: exec: \\\"nope\\\": executable file not found in $PATH\"}");
        var state = engine.docker.inspectContainerCmd(id).exec().getState();
        assertThat(state.getStatus()).isEqualTo("created");
        assertThat(state.getExitCodeLong()).isEqualTo(127);
    }

    @Test
    void stop_lets_a_server_end_by_itself_and_kills_what_ignores_the_signal() {
        var web = engine.docker.createContainerCmd("training/webapp").exec().getId();
        var nap = engine.docker
                .createContainerCmd("busybox")
                .withCmd("sleep", "60")
                .exec()
                .getId();
        engine.docker.startContainerCmd(web).exec();
        engine.docker.startContainerCmd(nap).exec();
        await().until(() -> engine.logs(web, 0).err().contains("Running on"));
        engine.docker.stopContainerCmd(web).withTimeout(10).exec();
        engine.docker.stopContainerCmd(nap).withTimeout(0).exec();
        assertThat(engine.docker.inspectContainerCmd(web).exec().getState().getExitCodeLong())
                .isZero();
        assertThat(engine.docker.inspectContainerCmd(nap).exec().getState().getExitCodeLong())
                .isEqualTo(137);
    }

    @Test
    void a_prune_leaves_the_files_of_what_stays() {
        engine.docker.createVolumeCmd().withName("data").exec();
        var nap = engine.docker
                .createContainerCmd("busybox")
                .withCmd("sleep", "60")
                .withHostConfig(HostConfig.newHostConfig().withBinds(Bind.parse("data:/data")))
                .exec()
                .getId();
        engine.docker.startContainerCmd(nap).exec();
        engine.exec(nap, "sh", "-c", "echo kept > /data/file; echo own > /file");
        for (var type : PruneType.values()) {
            if (type != PruneType.BUILD) {
                engine.docker.pruneCmd(type).exec();
            }
        }
        assertThat(engine.exec(nap, "cat", "/data/file", "/file").out()).isEqualTo("kept\nown\n");
    }
}
