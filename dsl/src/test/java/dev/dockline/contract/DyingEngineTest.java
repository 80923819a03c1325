package dev.dockline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dockline.Container;
import dev.dockline.Docker;
import dev.dockline.error.DocklineException;
import dev.dockline.error.EngineUnreachable;
import dev.dockline.error.Interrupted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An engine that is killed or hangs in the middle of a verb: the error says so, and afterwards nothing is lost. */
@Timeout(120)
class DyingEngineTest extends EngineContract {
    private static final int LONG = 1_000_000;

    @TempDir
    Path folder;

    private Line line;
    private Docker dying;

    @BeforeEach
    void connectOverALine() throws Exception {
        assumeFalse(engine.equals(EngineUnderTest.EMBEDDED), "the embedded engine lives and dies with this process");
        line = Line.to(engine.socket(), folder);
        dying = Docker.connect(line.url());
    }

    @AfterEach
    void hangUp() {
        if (dying != null) {
            dying.close();
            line.close();
        }
    }

    private Container dbdata() {
        var dbdata = container("dbdata").image("busybox").volume("/dbdata").create();
        fill(dbdata);
        return dbdata;
    }

    private void fill(Container dbdata) {
        docker.container()
                .image("busybox")
                .volumesFrom(dbdata)
                .call("sh", "-c", "head -c 20000000 /dev/urandom > /dbdata/rows");
    }

    private String sum(Container container) {
        return docker.container()
                .image("busybox")
                .volumesFrom(container)
                .call("md5sum", "/dbdata/rows")
                .out();
    }

    private List<Container> carriers() {
        return docker.containers().labelled("dev.dockline.carrier");
    }

    @Test
    void a_backup_leaves_the_file_that_was_there() throws Exception {
        var dbdata = dbdata();
        var file = Files.writeString(folder.resolve("db.tar"), "the last one");
        line.deadAfterAnswering(LONG);
        var volumes = dying.container(dbdata.name()).volumes();
        assertThat(failure(() -> volumes.backup(file.toString()), DocklineException.class))
                .startsWith(
                        "Cannot back up volumes of container \"dbdata\": the connection to " + line.url() + " broke (")
                .endsWith("Try: engine() to see whether it is back");
        assertThat(file).hasContent("the last one");
        assertThat(files()).containsExactly("db.tar");
        dbdata.volumes().backup(file.toString());
        assertThat(Files.size(file)).isGreaterThan(20_000_000);
        assertThat(carriers()).isEmpty();
    }

    private List<String> files() throws Exception {
        try (var all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".sock"))
                    .toList();
        }
    }

    @Test
    void a_restore_may_be_repeated() throws Exception {
        var dbdata = dbdata();
        var before = sum(dbdata);
        var file = folder.resolve("db.tar").toString();
        dbdata.volumes().backup(file);
        var other = container("other").image("busybox").volume("/dbdata").create();
        line.deadOn("PUT /v1.../containers/*/archive");
        var volumes = dying.container(other.name()).volumes();
        assertThat(failure(() -> volumes.restore(file), DocklineException.class))
                .startsWith(
                        "Cannot restore volumes of container \"other\": the connection to " + line.url() + " broke (")
                .endsWith("Try: engine() to see whether it is back");
        other.volumes().restore(file);
        assertThat(sum(other)).isEqualTo(before);
        assertThat(carriers()).isEmpty();
    }

    @Test
    void a_replaced_container_is_one_again_with_its_data() throws Exception {
        for (var request : List.of("/rename", "/stop", "/start", "")) {
            var old =
                    container("web").image("training/webapp").volume("/dbdata").up();
            fill(old);
            var before = sum(old);
            var on = Line.to(engine.socket(), Files.createDirectory(folder.resolve("at" + request.replace("/", "-"))));
            try (on;
                    var there = Docker.connect(on.url())) {
                on.deadOn(request.isEmpty() ? "DELETE /v1.../containers/*" : "POST /v1.../containers/*" + request);
                var web = there.container(name("web"));
                assertThat(failure(() -> web.replace(c -> c.env("A", "1")), DocklineException.class))
                        .startsWith("Cannot replace container \"web\": ")
                        .contains("the connection to " + on.url() + " broke (");
            }
            var web = container("web").up();
            assertThat(docker.containers().named(name("web") + "*")).hasSize(1);
            assertThat(web.state().status()).as("after it died at " + request).isEqualTo("running");
            assertThat(sum(web)).as("after it died at " + request).isEqualTo(before);
            web.removeWithVolumes(dev.dockline.Dockline.FORCE);
        }
    }

    @Test
    void follow_ends() {
        var web = up(idle("web"));
        var thrown = new AtomicReference<Throwable>();
        var followed = dying.container(web.name());
        var follower = new Thread(() -> followed.follow());
        follower.setUncaughtExceptionHandler((thread, failure) -> thrown.set(failure));
        follower.start();
        await().pollDelay(java.time.Duration.ofMillis(300)).until(follower::isAlive);
        line.die();
        await().until(() -> !follower.isAlive());
        assertThat(thrown.get())
                .isInstanceOf(EngineUnreachable.class)
                .hasMessageStartingWith(
                        "Cannot follow the logs of container \"" + web.name() + "\": the connection to ");
    }

    @Test
    void one_that_hangs_is_left_by_an_interrupt() {
        line.hang();
        var thrown = new AtomicReference<Throwable>();
        var asker = new Thread(() -> dying.containers());
        asker.setUncaughtExceptionHandler((thread, failure) -> thrown.set(failure));
        asker.start();
        await().pollDelay(java.time.Duration.ofMillis(300)).until(asker::isAlive);
        asker.interrupt();
        await().until(() -> !asker.isAlive());
        assertThat(thrown.get()).isInstanceOf(Interrupted.class);
    }

    @Test
    void one_that_never_answers_is_not_waited_for_for_ever() {
        line.hang();
        assertThatThrownBy(() -> Docker.connect(line.url()))
                .isInstanceOf(EngineUnreachable.class)
                .hasMessage("Cannot reach the engine at " + line.url()
                        + " (named): it takes connections and has not answered for 10 s.\n"
                        + "Try: sudo systemctl restart docker; or --engine embedded to do without");
    }
}
