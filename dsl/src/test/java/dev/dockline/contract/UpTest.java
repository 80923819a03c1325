package dev.dockline.contract;

import static dev.dockline.Dockline.FORCE;
import static dev.dockline.Dockline.FRESH_VOLUMES;
import static dev.dockline.contract.Database.sql;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Device;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.PortBinding;
import dev.dockline.Container;
import dev.dockline.RawClient;
import dev.dockline.error.NameNeeded;
import dev.dockline.error.NotDeclarable;
import dev.dockline.error.NotPublished;
import dev.dockline.error.NotReady;
import dev.dockline.error.ReplaceFailed;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What up and replace leave, what they replace, what they say, and what is back when the new one does not come up. */
class UpTest extends EngineContract {
    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();
    private PrintStream before;

    @BeforeEach
    void listen() {
        before = System.err;
        System.setErr(new PrintStream(notes, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        if (before != null) {
            System.setErr(before);
        }
    }

    private String said() {
        var text = notes.toString(StandardCharsets.UTF_8).replace(name(""), "");
        notes.reset();
        return text;
    }

    private Container data(String base) {
        return idle(base).volume("/dbdata").readyOnPort(5000);
    }

    @Test
    void l2_up_makes_what_is_not_there_and_leaves_what_matches() {
        var id = data("web").up().inspect("/Id");
        assertThat(said()).isEmpty();
        assertThat(data("web").up().inspect("/Id")).isEqualTo(id);
        assertThat(said()).matches("web is as declared \\(running .*\\): nothing to do\n");
    }

    @Test
    void up_with_one_changed_field_replaces_names_the_field_and_keeps_the_data() {
        var first = data("web").env("MODE", "1").up();
        first.exec("sh", "-c", "echo precious > /dbdata/file");
        var volume = first.mounts().get(0).name();
        var second = data("web").env("MODE", "2").up();
        assertThat(said())
                .isEqualTo("web is replaced: env(\"MODE\", \"2\") instead of env(\"MODE\", \"1\")\n"
                        + "web keeps the data of /dbdata (volume " + volume.substring(0, 12) + ")\n");
        assertThat(second.exec("cat", "/dbdata/file").out()).isEqualTo("precious\n");
        assertThat(second.exec("sh", "-c", "echo $MODE").out()).isEqualTo("2\n");
        data("web").env("MODE", "2").up();
        assertThat(said()).contains("nothing to do");
        second.removeWithVolumes(FORCE);
        assertThat(volumeNames()).doesNotContain(volume);
    }

    @Test
    void a_database_on_an_anonymous_volume_keeps_its_rows_when_up_replaces_it() {
        var declared = Database.declared(docker, name("db")).volume("/dbdata");
        var first = declared.copy(name("db")).up();
        sql(first, "create table rows as select i n from generate_series(1, 1000) i");
        var second = declared.copy(name("db")).env("PGTZ", "UTC").up();
        assertThat(said()).startsWith("db is replaced: with env(\"PGTZ\", \"UTC\")\ndb keeps the data of /dbdata ");
        assertThat(sql(second, "select count(*), sum(n) from rows")).isEqualTo("1000|500500\n");
    }

    @Test
    void fresh_volumes_are_empty_and_the_old_ones_stay() {
        var first = data("web").up();
        first.exec("sh", "-c", "echo precious > /dbdata/file");
        var volume = first.mounts().get(0).name();
        var second = data("web").env("MODE", "2").up(FRESH_VOLUMES);
        assertThat(second.exec("ls", "/dbdata").out()).isEmpty();
        assertThat(volumeNames()).contains(volume);
    }

    @Test
    void what_cannot_start_leaves_the_old_one_running() {
        var id = data("web").up().inspect("/Id");
        assertThat(failure(() -> data("web").up("nosuch"), ReplaceFailed.class))
                .isEqualTo("Cannot bring up container \"web\": exec: \"nosuch\": executable file not found in $PATH;"
                        + " the old one is running again.\n"
                        + "Try: command(\"sh\", \"-c\", \"…\"), or another program that the image has");
        assertThat(container("web").inspect("/Id")).isEqualTo(id);
        assertThat(container("web").state().status()).isEqualTo("running");
        assertThat(docker.containers().named(name("web") + "*")).hasSize(1);
    }

    @Test
    void what_does_not_become_ready_leaves_the_old_one_running() {
        var id = data("web").up().inspect("/Id");
        var text = failure(
                () -> data("web")
                        .env("MODE", "2")
                        .readyOnLog("never said", Duration.ofMillis(600))
                        .up(),
                ReplaceFailed.class);
        assertThat(text)
                .startsWith("Cannot bring up container \"web\": it waited for a log line with \"never said\", and"
                        + " after 600 ms that was not so; it wrote last:\n  ")
                .endsWith("; the old one is running again.\n"
                        + "Try: a longer time limit as the last argument, or another condition");
        assertThat(container("web").inspect("/Id")).isEqualTo(id);
        assertThat(container("web").state().status()).isEqualTo("running");
    }

    @Test
    void replace_edits_what_is_there_in_a_new_session() {
        data("web").label("kept", "yes").up().exec("sh", "-c", "echo precious > /dbdata/file");
        var web = container("web").replace(c -> c.env("MODE", "3"));
        assertThat(web.inspect("/Config/Labels/kept")).isEqualTo("yes");
        assertThat(web.exec("sh", "-c", "echo $MODE; cat /dbdata/file").out()).isEqualTo("3\nprecious\n");
    }

    @Test
    void a_container_that_ended_well_is_up_and_one_that_did_not_is_started() {
        var good = container("good").image("busybox");
        good.up("true").awaitExit();
        said();
        container("good").image("busybox").up("true");
        assertThat(said()).matches("good is as declared \\(exited 0 .*\\): nothing to do; start\\(\\) runs it again\n");
        container("bad").image("busybox").up("false").awaitExit();
        var started = container("bad").inspect("/State/StartedAt");
        container("bad").image("busybox").up("false").awaitExit();
        assertThat(container("bad").inspect("/State/StartedAt")).isNotEqualTo(started);
    }

    @Test
    void a_name_alone_brings_up_what_was_declared_before() {
        data("web").env("MODE", "1").up().kill();
        container("web").up();
        assertThat(container("web").exec("sh", "-c", "echo $MODE").out()).isEqualTo("1\n");
    }

    @Test
    void a_container_of_other_origin_is_taken_as_it_is() {
        var client = RawClient.of(docker);
        var id = client.createContainerCmd("training/webapp")
                .withName(name("web"))
                .withEnv("MODE=1", "EMPTY=")
                .withCmd("python", "app.py")
                .withExposedPorts(ExposedPort.tcp(5000))
                .withHostConfig(HostConfig.newHostConfig().withPortBindings(PortBinding.parse("5000")))
                .exec()
                .getId();
        client.startContainerCmd(id).exec();
        heeding(container("web"));
        var same = container("web")
                .image("training/webapp")
                .env("MODE", "1")
                .env("EMPTY", "")
                .publish(5000);
        assertThat(same.up().inspect("/Id")).isEqualTo(id);
        assertThat(said()).contains("nothing to do");
        var other = container("web")
                .image("training/webapp")
                .env("MODE", "2")
                .env("EMPTY", "")
                .publish(5000);
        assertThat(other.up().inspect("/Id")).isNotEqualTo(id);
        assertThat(said()).contains("web is replaced: env(\"MODE\", \"2\") instead of env(\"MODE\", \"1\")");
    }

    @Test
    void what_no_noun_can_say_is_never_lost_in_silence() {
        var client = RawClient.of(docker);
        var id = client.createContainerCmd("training/webapp")
                .withName(name("web"))
                .withHostConfig(HostConfig.newHostConfig().withDevices(Device.parse("/dev/null:/dev/nothing")))
                .exec()
                .getId();
        assertThat(failure(() -> container("web").replace(c -> c.env("A", "1")), NotDeclarable.class))
                .isEqualTo("Cannot replace container \"web\": it was made elsewhere with settings that have no noun and"
                        + " would be lost: Devices.\nTry: container(\"web\").inspect(\"/HostConfig\") to see them, or"
                        + " remove(FORCE) and run() to do without");
        assertThat(container("web").inspect("/Id")).isEqualTo(id);
    }

    @Test
    void a_mount_of_other_origin_is_kept() {
        docker.volume(name("data")).create();
        RawClient.of(docker)
                .createContainerCmd("training/webapp")
                .withName(name("web"))
                .withHostConfig(HostConfig.newHostConfig()
                        .withMounts(List.of(new Mount()
                                .withType(MountType.VOLUME)
                                .withSource(name("data"))
                                .withTarget("/data")
                                .withReadOnly(true))))
                .exec();
        var web = container("web").replace(c -> c.env("A", "1"));
        assertThat(web.mounts()).hasToString("[" + name("data") + ":/data:ro]");
    }

    @Test
    void what_a_dead_session_left_aside_is_put_back() {
        var id = data("web").up().inspect("/Id");
        container("web").rename(name("web") + ".replaced");
        data("web").up();
        assertThat(container("web").inspect("/Id")).isEqualTo(id);
        assertThat(said()).startsWith("web was being replaced when a session ended; the old one is back\n");
    }

    @Test
    void up_needs_a_name() {
        assertThat(failure(() -> docker.container().image("busybox").up("true"), NameNeeded.class))
                .isEqualTo("Cannot bring up a container: it has no name to be found by the next time.\n"
                        + "Try: container(\"web\"), or run()");
    }

    @Test
    void ready_on_a_port_that_is_not_published() {
        var db = container("db").image("training/postgres").readyOnPort(5432).run();
        assertThat(db.logs()).contains("port 5432");
    }

    @Test
    void ready_on_a_page() throws Exception {
        var web = idle("web").publish(5000).readyOnHttp(5000, "/").run();
        try (var page = URI.create(web.url(5000)).toURL().openStream()) {
            assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("Hello world!");
        }
        assertThat(failure(() -> idle("other").readyOnHttp(5000, "/").run(), NotPublished.class))
                .startsWith("Cannot run container \"other\": ");
        assertThat(exists("other")).isFalse();
    }

    @Test
    void what_ends_is_never_ready() {
        var text = failure(
                () -> container("web").image("busybox").readyOnLog("never").run("sh", "-c", "echo too bad; exit 3"),
                NotReady.class);
        assertThat(text)
                .isEqualTo("Cannot run container \"web\": it waited for a log line with \"never\", and it ended with"
                        + " exit code 3; it wrote last:\n  too bad.\n"
                        + "Try: a longer time limit as the last argument, or another condition");
        assertThat(exists("web")).isFalse();
    }

    @Test
    void a_line_of_an_earlier_run_makes_nothing_ready() {
        var web = container("web")
                .image("busybox")
                .readyOnLog("ready")
                .run("sh", "-c", "sleep 0.5; echo ready; sleep 600");
        web.awaitReady();
        web.kill();
        web.start();
        var before = Instant.now();
        web.awaitReady();
        assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofMillis(200));
        assertThat(web.logs().toString()).contains("ready\nready");
    }
}
