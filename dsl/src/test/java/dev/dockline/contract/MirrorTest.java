package dev.dockline.contract;

import static dev.dockline.Dockline.FORCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dockline.Docker;
import dev.dockline.state.ContainerState;
import dev.dockline.state.Delta;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of the engine without asking it, while this connection and another one change things. */
class MirrorTest extends EngineContract {
    private static final int ROUNDS = 30;
    private static final Duration QUIET = Duration.ofMillis(900);

    @TempDir
    Path folder;

    private Line line;
    private Docker watching;

    @BeforeEach
    void connectOverALine() throws Exception {
        assumeFalse(engine.equals(EngineUnderTest.EMBEDDED), "a second connection goes over its socket");
        line = Line.to(engine.socket(), folder);
        watching = Docker.connect(line.url());
        await().until(() -> watching.mirror().isConnected());
    }

    @AfterEach
    void hangUp() {
        if (watching != null) {
            watching.close();
            line.close();
        }
    }

    private String status(String base) {
        return watching.mirror()
                .snapshot()
                .container(name(base))
                .map(ContainerState::status)
                .orElse("not there");
    }

    private static List<String> told(Delta delta) {
        return delta.containers().stream()
                .map(change -> change.mark() + " " + change.latest().name() + " "
                        + change.latest().status())
                .toList();
    }

    @Test
    void follows_what_another_connection_does() {
        var web = idle("web")
                .network(docker.network(name("lab")).create())
                .volume(name("data"), "/data")
                .run();
        await().untilAsserted(() -> assertThat(status("web")).isEqualTo("running"));
        await().untilAsserted(() -> {
            var all = watching.mirror().snapshot();
            assertThat(all.volumes()).anyMatch(volume -> volume.name().equals(name("data")));
            assertThat(all.networks()).anyMatch(network -> network.name().equals(name("lab")));
            assertThat(all.container(web.name()).orElseThrow().addresses()).containsOnlyKeys(name("lab"));
        });
        web.kill();
        await().untilAsserted(() -> assertThat(status("web")).isEqualTo("exited"));
        web.rename(name("old"));
        await().untilAsserted(() -> assertThat(status("web") + status("old")).isEqualTo("not thereexited"));
        docker.container(name("old")).remove();
        docker.volume(name("data")).remove();
        docker.network(name("lab")).remove();
        await().untilAsserted(() ->
                assertThat(watching.mirror().snapshot().toString()).doesNotContain(name("")));
    }

    @Test
    void is_right_behind_a_storm_of_events() throws Exception {
        var others = new ArrayList<Thread>();
        for (var each : List.of("a", "b")) {
            others.add(new Thread(() -> churn(docker, each)));
        }
        others.forEach(Thread::start);
        // The same connection acts, and is told what changed, while the events of the others come in.
        try (var changes = watching.watch()) {
            churn(watching, "own");
            assertThat(changes.delta().containers()).hasSize(ROUNDS / 2);
        }
        for (var other : others) {
            other.join();
        }
        var there = docker.containers().named("*" + name("")).stream()
                .map(container -> container.name() + " " + container.state().status())
                .toList();
        assertThat(there).hasSize(3 * ROUNDS / 2);
        await().untilAsserted(() -> assertThat(watching.mirror().snapshot().containers().stream()
                        .filter(container -> container.name().endsWith(name("")))
                        .map(container -> container.name() + " " + container.status()))
                .containsExactlyInAnyOrderElementsOf(there));
    }

    private void churn(Docker by, String base) {
        for (var i = 0; i < ROUNDS; i++) {
            var made = by.container(name(base + i)).image("busybox").create("true");
            made.rename(name(base + i + "-renamed"));
            if (i % 2 == 0) {
                made.remove();
            }
        }
    }

    @Test
    void what_others_did_is_news_once() {
        assertThat(told(watching.mirror().news())).isEmpty();
        var web = idle("web").run();
        await().untilAsserted(() -> assertThat(status("web")).isEqualTo("running"));
        assertThat(newsOfOthers()).containsExactly("+ " + web.name() + " running");
        assertThat(told(watching.mirror().news())).isEmpty();
        web.kill();
        await().untilAsserted(() -> assertThat(status("web")).isEqualTo("exited"));
        assertThat(newsOfOthers()).containsExactly("~ " + web.name() + " exited");
    }

    // Of a busy event stream the news come when it has been worked through.
    private List<String> newsOfOthers() {
        var all = new ArrayList<String>();
        await().until(() -> all.addAll(told(watching.mirror().news())) || !all.isEmpty());
        return all;
    }

    @Test
    void what_was_told_is_no_news() throws Exception {
        try (var changes = watching.watch()) {
            var web = watching.container(name("web")).image("training/webapp").run();
            assertThat(told(changes.delta())).containsExactly("+ " + web.name() + " running");
        }
        Thread.sleep(QUIET.toMillis());
        await().untilAsserted(() -> assertThat(status("web")).isEqualTo("running"));
        assertThat(told(watching.mirror().news())).isEmpty();
        docker.container(name("web")).kill();
        await().untilAsserted(() -> assertThat(status("web")).isEqualTo("exited"));
        assertThat(newsOfOthers()).hasSize(1);
    }

    private List<String> changesOf(Runnable step) {
        try (var changes = watching.watch()) {
            step.run();
            return told(changes.delta()).stream()
                    .map(line -> line.replace(name(""), ""))
                    .toList();
        }
    }

    @Test
    void a_name_that_another_id_begins_with_is_not_that_one() {
        var other = idle("other").run();
        var name = other.state().id().substring(0, 8);
        var made = watching.container(name).image("busybox").create("true");
        await().until(() -> watching.mirror().snapshot().container(name).isPresent());
        try (var changes = watching.watch()) {
            made.remove();
            assertThat(told(changes.delta())).containsExactly("- " + name + " created");
        }
        assertThat(status("other")).isEqualTo("running");
    }

    @Test
    void changes_are_told_with_those_of_the_neighbours() {
        var db = watching.container(name("db")).image("training/webapp").volume("/data");
        var web = watching.container(name("web")).image("training/webapp");
        assertThat(changesOf(db::run)).containsExactly("+ db running");
        assertThat(changesOf(() -> web.link(db, "db").run())).containsExactly("+ web running", "~ db running");
        assertThat(changesOf(() -> db.rename(name("base"))))
                .containsExactlyInAnyOrder("~ base running", "~ web running");
        assertThat(changesOf(web::kill)).containsExactly("~ web exited");
        assertThat(changesOf(() -> {
                    for (var each : List.of("one", "two")) {
                        watching.container(name(each)).image("training/webapp").create();
                    }
                }))
                .containsExactly("+ one created", "+ two created");
        assertThat(changesOf(web::remove)).containsExactly("- web exited", "~ base running");
        try (var changes = watching.watch()) {
            watching.container(name("base")).removeWithVolumes(FORCE);
            assertThat(changes.delta().volumes()).hasSize(1);
        }
    }

    @Test
    void an_engine_that_comes_back_is_listed_anew() throws Exception {
        var seen = new CopyOnWriteArrayList<Boolean>();
        watching.mirror().onConnection(() -> seen.add(watching.mirror().isConnected()));
        line.die();
        await().untilAsserted(() -> assertThat(seen).containsExactly(false));
        idle("web").create();
        line = Line.to(engine.socket(), folder);
        await().untilAsserted(() -> assertThat(seen).containsExactly(false, true));
        assertThat(status("web")).isEqualTo("created");
    }
}
