package dev.dockline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockline.Container;
import dev.dockline.error.CommandNotFound;
import dev.dockline.error.DocklineException;
import dev.dockline.error.NameInUse;
import dev.dockline.error.NoImageDeclared;
import dev.dockline.error.NoSuchContainer;
import dev.dockline.error.NoSuchImage;
import dev.dockline.error.NoSuchNetwork;
import dev.dockline.error.NoSuchValue;
import dev.dockline.error.NoSuchVolume;
import dev.dockline.error.VolumeInUse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an engine refuses: the same exception and the same words on every engine, and nothing left behind. */
class RefusalsTest extends EngineContract {
    private Container web() {
        return container("web").image("busybox");
    }

    @AfterEach
    void nothing_stays_behind() {
        if (docker != null) {
            assertThat(exists("web")).isFalse();
        }
    }

    @Test
    void l2_a_name_in_use() {
        var holder = container("taken").image("training/webapp").run();
        var id = holder.state().shortId();
        assertThat(failure(() -> container("taken").image("busybox").run(), NameInUse.class))
                .isEqualTo("Cannot run container \"taken\": the name is in use by container " + id
                        + " (running, image training/webapp).\n"
                        + "Try: up() in place of run() to keep or replace it, container(\"taken\").remove(FORCE)"
                        + " to be rid of it, or another name");
        assertThat(holder.state().running()).isTrue();
    }

    @Test
    void an_image_that_is_nowhere() {
        var text = failure(() -> web().image("nosuch/image:1").run(), NoSuchImage.class);
        assertThat(text)
                .startsWith(
                        "Cannot run container \"web\": there is no image \"nosuch/image:1\", and pulling it failed: ")
                .endsWith("Try: images() to see what is there, or image(\"nosuch/image:1\")"
                        + ".buildIfMissing(\"folder/with/Dockerfile\")");
    }

    @Test
    void no_image_at_all() {
        assertThat(failure(() -> container("web").publish(80).run(), NoImageDeclared.class))
                .isEqualTo("Cannot run container \"web\": the declaration names no image.\n"
                        + "Try: container(\"web\").publish(80).image(\"busybox\")");
    }

    @Test
    void a_command_that_the_image_does_not_have() {
        assertThat(failure(() -> web().run("nosuch"), CommandNotFound.class))
                .isEqualTo("Cannot run container \"web\": exec: \"nosuch\": executable file not found in $PATH.\n"
                        + "Try: command(\"sh\", \"-c\", \"…\"), or another program that the image has");
    }

    @Test
    void a_command_in_one_string() {
        assertThat(failure(() -> web().run("echo hello world"), CommandNotFound.class))
                .isEqualTo(
                        "Cannot run container \"web\": exec: \"echo hello world\": executable file not found in $PATH.\n"
                                + "Try: \"echo\", \"hello\", \"world\", each word on its own");
    }

    @Test
    void a_call_of_what_the_image_does_not_have() {
        // Podman removes what it cannot prepare, and the reason with it, unless the start comes first.
        var kind = docker.engine().product().equals("Podman") ? DocklineException.class : CommandNotFound.class;
        assertThat(failure(() -> web().call("nosuch"), kind)).containsAnyOf("\"nosuch\"", "no such program");
    }

    @Test
    void volumes_from_nobody() {
        assertThat(failure(() -> web().volumesFrom(name("nobody")).run(), NoSuchContainer.class))
                .isEqualTo("Cannot run container \"web\": there is no container \"nobody\".\n"
                        + "Try: containers() to see what is there");
    }

    @Test
    void a_network_that_is_not_there() {
        assertThat(failure(() -> web().network(name("nowhere")).run("true"), NoSuchNetwork.class))
                .isEqualTo("Cannot run container \"web\": there is no network \"nowhere\".\n"
                        + "Try: network(\"nowhere\").create()");
    }

    @Test
    void a_volume_that_is_not_there() {
        assertThat(failure(() -> docker.volume(name("gone")).remove(), NoSuchVolume.class))
                .isEqualTo("Cannot remove volume \"gone\": there is no volume \"gone\".\n"
                        + "Try: volumes() to see what is there");
    }

    @Test
    void a_name_of_three_hundred_letters_is_one_like_others() {
        var longest = container("a".repeat(300)).image("training/webapp").run();
        assertThat(longest.state().name()).isEqualTo(longest.name());
        assertThat(docker.containers().toString()).contains(longest.name());
        longest.remove(dev.dockline.Dockline.FORCE);
    }

    @Test
    void a_volume_in_use_is_not_removed() {
        var held = docker.volume(name("held")).create();
        container("holder").image("busybox").volume(held, "/d").create();
        assertThat(failure(held::remove, VolumeInUse.class))
                .startsWith("Cannot remove volume \"held\": ")
                .contains("container \"holder\" (created)");
        assertThat(held.exists()).isTrue();
    }

    @Test
    void a_pointer_to_nothing() {
        var image = docker.image("busybox");
        assertThat(image.exists()).isTrue();
        var made = container("made").image(image).create("true");
        assertThat(failure(() -> made.inspect("/Config/Cnd"), NoSuchValue.class))
                .startsWith("Cannot inspect container \"made\": there is nothing at \"/Config/Cnd\"; there are ")
                .contains("Cmd");
    }

    @Test
    void an_answer_is_told_apart_from_a_refusal() {
        assertThat(DocklineException.class).isAssignableFrom(NameInUse.class);
        assertThat(docker.engine().product())
                .isIn(engine.isEmbedded() ? List.of("Dockline embedded engine") : List.of("Docker", "Podman"));
    }
}
