package dev.dockline.contract;

import static dev.dockline.Dockline.FORCE;
import static dev.dockline.Dockline.PAUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dockline.Container;
import dev.dockline.Docker;
import dev.dockline.Plan;
import dev.dockline.error.EngineMoved;
import dev.dockline.error.NameInUse;
import dev.dockline.error.NotPlanned;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lines would do, told before they do it, with nothing done. */
class PlanTest extends EngineContract {
    @TempDir
    Path folder;

    private String told(Plan plan) {
        return plan.toString().replaceAll("-[0-9a-f]{4}\\b", "").replaceAll("[0-9a-f]{12}", "ID");
    }

    private Container web() {
        return container("web").image("training/webapp").publish(5000);
    }

    @Test
    void a_container_that_would_be_made() {
        var plan = docker.plan(() -> web().run());
        assertThat(plan.delta().containers()).hasSize(1);
        assertThat(told(plan)).contains("+ web", "training/webapp", "starts", ":*→5000/tcp", "Nothing was done.");
        assertThat(exists("web")).isFalse();
    }

    @Test
    void what_is_planned_can_be_applied() {
        var web = web();
        var plan = docker.plan(web::run);
        assertThat(web.isSealed()).as("a handle is what it was before the plan").isFalse();
        plan.apply();
        assertThat(web.state().running()).isTrue();
        assertThat(web.isSealed()).isTrue();
    }

    @Test
    void a_plan_on_what_is_no_longer_so_is_not_applied() {
        var plan = docker.plan(() -> web().run());
        var other = idle("other").run();
        assertThat(failure(plan::apply, EngineMoved.class))
                .isEqualTo("Cannot apply the plan: since it was made, container \"other\" was made.\n"
                        + "Try: plan(…) again, and apply() what it then shows");
        other.remove(FORCE);
        assertThat(exists("web")).isFalse();
    }

    @Test
    void a_container_that_would_be_replaced_is_told_with_what_differs() {
        web().run();
        var before = container("web").inspect("/Id");
        var plan = docker.plan(() -> web().env("MODE", "2").up());
        assertThat(plan.replaced()).containsExactly(name("web") + " with env(\"MODE\", \"2\")");
        assertThat(container("web").inspect("/Id")).isEqualTo(before);
        assertThat(docker.plan(() -> web().up()).isEmpty()).isTrue();
        assertThat(docker.plan(() -> web().up())).hasToString("Nothing would change.\n");
    }

    @Test
    void what_would_be_removed_and_the_data_that_would_be_lost() {
        var db = container("db").image("busybox").volume("/data").run("sh", "-c", "echo precious > /data/rows");
        db.awaitExit();
        var volume = db.volumes().get(0).name();
        var plan = docker.plan(db::removeWithVolumes);
        assertThat(plan.lost()).containsOnlyKeys(volume);
        assertThat(told(plan)).contains("- db", "loses: the data of volume ");
        assertThat(exists("db")).isTrue();
        assertThat(docker.volume(volume).exists()).isTrue();
        assertThat(docker.plan(db::remove).lost()).isEmpty();
    }

    @Test
    void a_volume_that_would_be_moved_loses_nothing() {
        docker.volume(name("data")).create();
        var plan = docker.plan(() -> docker.volume(name("data")).moveTo(name("data2")));
        assertThat(plan.lost()).isEmpty();
        assertThat(told(plan)).contains("+ data2", "- data");
        assertThat(docker.volume(name("data")).exists()).isTrue();
        assertThat(docker.volume(name("data2")).exists()).isFalse();
    }

    @Test
    void a_name_and_a_port_that_would_clash() {
        web().run();
        var plan = docker.plan(() -> web().run());
        assertThat(plan.failure()).get().isInstanceOf(NameInUse.class);
        assertThat(told(plan)).contains("fails: Cannot run container \"web\": the name is in use");
        var port = container("web").ports().stream()
                .filter(one -> one.published())
                .findFirst()
                .orElseThrow()
                .host();
        var clash = docker.plan(() ->
                container("web2").image("training/webapp").publish(port, 5000).run());
        assertThat(told(clash)).contains("fails: Cannot run container \"web2\": host port " + port + " is taken");
    }

    @Test
    void an_image_that_would_be_brought() {
        var plan = docker.plan(() -> container("new").image("nosuch/image:1").run("server"));
        assertThat(plan.images()).containsExactly("nosuch/image:1");
        assertThat(docker.image("nosuch/image:1").exists()).isFalse();
    }

    @Test
    void what_only_doing_it_can_tell_is_named_and_not_done() throws Exception {
        var db = container("db").image("busybox").volume("/data").run("sleep", "600");
        var host = Files.createDirectory(folder.resolve("some"));
        Files.writeString(host.resolve("precious"), "x");
        var backup = folder.resolve("db.tar");
        var plan = docker.plan(() -> {
            db.exec("rm", "-rf", "/data");
            db.volumes().backup(backup.toString(), PAUSED);
            db.copyTo(host.toString(), "/tmp");
            db.copyFrom("/etc", folder.resolve("etc").toString());
            db.logs();
            container("rm").image("busybox").bind(host.toString(), "/d").call("rm", "-rf", "/d");
            container("rm").image("busybox").bind(host.toString(), "/d").run("rm", "-rf", "/d");
        });
        assertThat(told(plan))
                .contains(
                        "unknown: exec in container \"db\"",
                        "unknown: back up volumes of container \"db\"",
                        "unknown: copy /etc from container \"db\"",
                        "unknown: read the logs of container \"db\"",
                        "unknown: call container \"rm\"");
        assertThat(host.resolve("precious")).exists();
        assertThat(backup).doesNotExist();
        assertThat(folder.resolve("etc")).doesNotExist();
        assertThat(plan.failure()).isEmpty();
        db.remove(FORCE);
    }

    @Test
    void what_is_started_may_have_ended_when_it_is_removed() {
        var plan =
                docker.plan(() -> container("task").image("busybox").run("true").remove());
        assertThat(plan.failure()).isEmpty();
        assertThat(told(plan)).contains("unknown: await the end of container \"task\"");
        var server = web().run();
        assertThat(told(docker.plan(server::remove)))
                .contains("fails: Cannot remove container \"web\": it is running.");
    }

    @Test
    void links_and_volumes_from_what_is_there_and_from_what_is_planned() {
        container("db").image("training/postgres").volume("/dbdata").run();
        var plan = docker.plan(() -> {
            var cache = idle("cache").volumesFrom(name("db")).run();
            web().link(name("db"), "db").link(cache, "cache").run();
        });
        assertThat(plan.failure()).isEmpty();
        assertThat(plan.delta().containers())
                .extracting(change -> change.mark() + change.latest().name())
                .containsExactlyInAnyOrder("+" + name("cache"), "+" + name("web"), "~" + name("db"));
    }

    @Test
    void a_second_engine_is_not_part_of_a_plan() {
        try (var second = Docker.connect("embedded")) {
            var declared = second.container("web").image("busybox");
            assertThat(failure(() -> docker.plan(declared::create).apply(), NotPlanned.class))
                    .startsWith("Cannot use a second engine: a plan is being made");
            assertThat(second.containers()).isEmpty();
        }
    }

    @Test
    void nothing_but_reads_goes_out() throws Exception {
        assumeTrue(engine != EngineUnderTest.EMBEDDED, "the embedded engine has no line");
        try (var line = Line.to(engine.socket(), folder);
                var connection = Docker.connect(line.url())) {
            var running = up(web());
            var through = connection.container(running.name());
            connection.plan(() -> {
                through.stop();
                through.remove();
                connection.container(name("new")).image("busybox").volume("/d").run("true");
                connection.volume(name("data")).create();
                connection.network(name("lab")).create();
                connection.volumes().prune();
            });
            assertThat(line.sent()).isNotEmpty().allMatch(request -> request.matches("(GET|HEAD) .*"));
            through.stop();
            assertThat(line.sent()).anyMatch(request -> request.startsWith("POST "));
        }
    }

    @Test
    void a_thread_that_is_not_the_planning_one_is_refused_what_is_no_read() {
        var web = web().run();
        var refused = new java.util.ArrayList<Throwable>();
        docker.plan(() -> {
            var other = new Thread(() -> web.remove(FORCE));
            other.setUncaughtExceptionHandler((thread, failure) -> refused.add(failure));
            other.start();
            joined(other);
        });
        assertThat(refused).hasSize(1).first().isInstanceOf(NotPlanned.class);
        assertThat(exists("web")).isTrue();
    }

    private static void joined(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_loop_that_waits_for_what_a_plan_cannot_know_ends() {
        var db = container("db").image("training/postgres");
        var plan = docker.plan(() -> {
            db.run();
            while (!db.logs().contains("ready")) {
                Thread.onSpinWait();
            }
        });
        assertThat(told(plan))
                .contains(
                        "fails: Cannot read the logs of container \"db\": a plan is being made, which cannot know this");
    }

    @Test
    void what_fails_in_a_plan_for_another_reason_leaves_the_engine_in_use() {
        try {
            docker.plan(() -> List.of().get(0));
        } catch (IndexOutOfBoundsException expected) {
            web().run();
        }
        assertThat(exists("web")).isTrue();
    }
}
