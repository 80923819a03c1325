package dev.dockline.contract;

import static dev.dockline.Dockline.FORCE;
import static dev.dockline.Dockline.KEEP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.Container;
import dev.dockline.Docker;
import dev.dockline.error.NotUndone;
import dev.dockline.error.VolumeInUse;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Each verb taken back: what there was before is there again, but for ids and times. */
class UndoTest extends EngineContract {
    private Container web() {
        return container("web").image("training/webapp").publish(5000).env("MODE", "1");
    }

    /** What an inspect tells that is no id, time, address or place of files. */
    private static String told(Container container) {
        var json = container.inspect();
        var told = new TreeMap<String, String>();
        told.put("name", json.path("Name").asText());
        told.put("image", json.path("Image").asText());
        // One that is made again has not ended: it has not begun.
        told.put("status", json.at("/State/Status").asText().replace("exited", "created"));
        // Podman has the id among the variables, and tells them in no order.
        told.put(
                "env", sorted(json.path("Config").path("Env"), text -> text.matches("(HOSTNAME|HOME)=.*") ? "" : text));
        for (var field : List.of("Cmd", "Entrypoint", "User", "WorkingDir", "ExposedPorts", "StopSignal")) {
            told.put(field, json.path("Config").path(field).toString());
        }
        var labels = (ObjectNode) json.path("Config").path("Labels").deepCopy();
        labels.remove(List.of("dev.dockline.carried", "dev.dockline.network"));
        told.put("labels", labels.toString());
        for (var field : List.of(
                "PortBindings", "Links", "NetworkMode", "Memory", "RestartPolicy", "AutoRemove", "VolumesFrom")) {
            told.put(field, json.path("HostConfig").path(field).toString().replaceAll("(HostPort\":\")[0-9]+", "$1"));
        }
        told.put("mounts", sorted(json.path("Mounts"), mount -> mount));
        return told.toString();
    }

    private static String sorted(JsonNode array, UnaryOperator<String> shown) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(each -> each.isTextual()
                        ? shown.apply(each.asText())
                        : each.path("Destination").asText() + "="
                                + each.path("Name").asText())
                .filter(each -> !each.isEmpty())
                .sorted()
                .toList()
                .toString();
    }

    private void takenBack(String name, Runnable verb) {
        var before = told(container(name));
        verb.run();
        docker.undo();
        assertThat(told(container(name))).isEqualTo(before);
    }

    @Test
    void run_and_create() {
        up(web().volume("/data"));
        var volumes = volumeNames();
        docker.undo();
        assertThat(exists("web")).isFalse();
        assertThat(volumeNames()).as("its anonymous volume goes with it").hasSizeLessThan(volumes.size());
        web().create();
        docker.undo();
        assertThat(exists("web")).isFalse();
    }

    @Test
    void stop_start_kill_pause_unpause_and_rename() {
        up(web());
        takenBack("web", () -> container("web").stop());
        takenBack("web", () -> container("web").kill());
        takenBack("web", () -> container("web").pause());
        takenBack("web", () -> container("web").rename(name("other")));
        container("web").pause();
        takenBack("web", () -> container("web").unpause());
        container("web").unpause().kill();
        takenBack("web", () -> container("web").start());
    }

    @Test
    void remove_of_what_ran_and_of_what_did_not() {
        up(web().volume("/data").volume(name("named"), "/named"));
        var before = told(container("web"));
        takenBack("web", () -> container("web").remove(FORCE));
        assertThat(before).contains("running");
        container("web").kill();
        takenBack("web", () -> container("web").remove());
    }

    @Test
    void replace_and_up() {
        up(web().volume("/data"));
        takenBack("web", () -> container("web").replace(c -> c.env("MODE", "2")));
        heeding(container("web"));
        takenBack("web", () -> web().volume("/data").env("MODE", "3").up());
    }

    @Test
    void a_container_with_a_link_and_volumes_of_another() {
        up(container("db").image("training/postgres").volume("/dbdata"));
        up(web().link(name("db"), "db").volumesFrom(name("db")));
        takenBack("web", () -> container("web").remove(FORCE));
        assertThat(container("web").links()).anyMatch(link -> link.target().equals(name("db")));
    }

    @Test
    void several_the_latest_first() {
        var volume = docker.volume(name("data")).create();
        var network = docker.network(name("lab")).create();
        web().volume(volume, "/data").create();
        assertThat(docker.undoable().stream().limit(3).map(what -> what.replaceAll("-[0-9a-f]{4}\"", "\"")))
                .containsExactly("create container \"web\"", "create network \"lab\"", "create volume \"data\"");
        docker.undo(3);
        assertThat(exists("web")).isFalse();
        assertThat(volume.exists()).isFalse();
        assertThat(docker.networks()).noneMatch(each -> each.name().equals(network.name()));
    }

    @Test
    void all_that_was_done_to_one_container() {
        up(web());
        container("web").replace(c -> c.env("MODE", "2"));
        container("web").kill();
        container("web").start();
        container("web").rename(name("www"));
        container("www").remove(FORCE);
        docker.undo(2);
        assertThat(told(container("web"))).contains("MODE=2", "running");
        docker.undo(3);
        assertThat(told(container("web"))).contains("MODE=1", "running");
        docker.undo();
        assertThat(exists("web")).isFalse();
    }

    @Test
    void a_network_and_its_members() {
        var lab = docker.network(name("lab"))
                .subnet("10.231.7.0/24")
                .label("a", "b")
                .create();
        lab.remove();
        docker.undo();
        assertThat(lab.state().subnet()).isEqualTo("10.231.7.0/24");
        assertThat(lab.inspect().at("/Labels/a").asText()).isEqualTo("b");
        var web = up(web());
        lab.connect(web, "friend");
        docker.undo();
        assertThat(web.state().addresses()).doesNotContainKey(lab.name());
        lab.connect(web, "friend");
        lab.disconnect(web);
        docker.undo();
        assertThat(web.inspect("/NetworkSettings/Networks/" + lab.name() + "/Aliases"))
                .contains("friend");
        web.remove(FORCE);
    }

    @Test
    void what_somebody_changed_since_is_left_alone() {
        up(web());
        try (var other = Docker.connect(engine.isEmbedded() ? engine.socket() : engine.url())) {
            org.junit.jupiter.api.Assumptions.assumeTrue(
                    engine != EngineUnderTest.EMBEDDED, "nobody else reaches the embedded engine");
            other.container(name("web")).restart();
        }
        assertThat(failure(docker::undo, NotUndone.class))
                .isEqualTo(
                        "Cannot take back: run container \"web\": since then, container \"web\" was started or renamed"
                                + " by somebody else.\nTry: containers() to see what is there");
        assertThat(exists("web")).isTrue();
    }

    @Test
    void data_that_is_gone_is_not_pretended_to_come_back() {
        up(web().volume("/data"));
        container("web").removeWithVolumes(FORCE);
        assertThat(failure(docker::undo, NotUndone.class))
                .startsWith("Cannot take back: remove container \"web\": the data of /data went with it.\n"
                        + "Try: container(\"web\").image(\"training/webapp\")")
                .endsWith(".run(), for the same with new volumes");
        docker.volume(name("data")).create().remove();
        assertThat(failure(docker::undo, NotUndone.class))
                .isEqualTo("Cannot take back: remove volume \"data\": what was in it went with it.\n"
                        + "Try: volume(\"data\").restore(\"FILE.tar\")");
    }

    @Test
    void data_that_was_kept_comes_back() {
        dev.dockline.RawClient.of(docker)
                .createVolumeCmd()
                .withName(name("data"))
                .withLabels(java.util.Map.of("a", "b"))
                .exec();
        var data = docker.volume(name("data"));
        var before = data.inspect();
        var write = docker.container().image("busybox").volume(data, "/d");
        write.call("sh", "-c", "echo rows > /d/table; chown 12:34 /d/table");
        var kept = data.remove(KEEP);
        assertThat(kept).hasToString("volume(\"" + name("data") + ".removed\")");
        assertThat(data.exists()).isFalse();
        docker.undo();
        assertThat(kept.exists()).isFalse();
        assertThat(undated(data.inspect())).isEqualTo(undated(before));
        assertThat(docker.container()
                        .image("busybox")
                        .volume(data, "/d")
                        .call("sh", "-c", "cat /d/table; stat -c %u:%g /d/table")
                        .out())
                .isEqualTo("rows\n12:34\n");
        assertThat(docker.plan(() -> data.remove(KEEP)).toString())
                .contains("- " + data.name())
                .contains("+ " + data.name() + ".removed")
                .doesNotContain("lost");
    }

    private static JsonNode undated(JsonNode inspected) {
        return ((ObjectNode) inspected.deepCopy()).without("CreatedAt");
    }

    @Test
    void a_volume_in_use_stays_and_may_be_taken_back_later() {
        var volume = docker.volume(name("data")).create();
        try (var other = Docker.connect(engine.isEmbedded() ? engine.socket() : engine.url())) {
            org.junit.jupiter.api.Assumptions.assumeTrue(
                    engine != EngineUnderTest.EMBEDDED, "nobody else reaches the embedded engine");
            var user = other.container(name("user"))
                    .image("busybox")
                    .volume(volume, "/data")
                    .create();
            assertThat(failure(docker::undo, VolumeInUse.class)).contains("volume \"data\"");
            user.remove();
        }
        docker.undo();
        assertThat(volume.exists()).isFalse();
    }

    @Test
    void what_changed_nothing_and_what_failed_is_not_taken_back() {
        var web = up(web());
        web.start();
        failure(() -> container("nobody").stop(), dev.dockline.error.NoSuchContainer.class);
        docker.undo();
        assertThat(exists("web")).isFalse();
    }
}
