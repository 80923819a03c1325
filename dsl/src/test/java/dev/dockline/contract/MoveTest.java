package dev.dockline.contract;

import static dev.dockline.Dockline.FORCE;
import static dev.dockline.contract.Database.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dockline.Container;
import dev.dockline.Docker;
import dev.dockline.Volume;
import dev.dockline.embedded.EmbeddedEngine;
import dev.dockline.error.TargetNotEmpty;
import dev.dockline.error.VolumeInUse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Volumes copied, moved and renamed, within an engine and from one to another, and kept in files without a container. */
class MoveTest extends EngineContract {
    private static final String LISTING = "cd /d; ls -lan | tail -n +4; readlink link; cat sub/名字";

    @TempDir
    Path folder;

    /** A volume that a stopped container holds, with owners, modes, times and links in it. */
    private Volume filled() {
        var volume = docker.volume(name("data")).create();
        container("holder")
                .image("busybox")
                .volume(volume, "/d")
                .run("sh", "-c", """
                set -e; cd /d; mkdir sub; echo data > sub/名字; ln -s sub/名字 link; ln sub/名字 hard
                chown 12:34 hard; chmod 640 hard; touch -d '2001-02-03 04:05:06' hard; chmod 1777 sub""")
                .awaitExit();
        return volume;
    }

    private static String listing(Docker engine, Volume volume) {
        return engine.container()
                .image("busybox")
                .volume(volume, "/d")
                .call("sh", "-c", LISTING)
                .out();
    }

    @Test
    void nothing_is_left_over() {
        var images = docker.images().states();
        var data = filled();
        data.cloneTo(name("one")).cloneTo(name("two"));
        assertThat(docker.images().states()).hasSameElementsAs(images);
        assertThat(docker.containers().labelled("dev.dockline.carrier")).isEmpty();
    }

    @Test
    void v11_a_clone_has_all_and_the_source_stays() {
        var data = filled();
        var clone = data.cloneTo(name("clone"));
        assertThat(listing(docker, clone))
                .isEqualTo(listing(docker, data))
                .contains("12")
                .contains("34")
                .endsWith("data\n");
        assertThat(failure(() -> data.cloneTo(name("clone")), TargetNotEmpty.class))
                .isEqualTo("Cannot clone volume \"data\": there is a volume \"clone\" already.\n"
                        + "Try: another name, or volume(\"clone\").remove() first");
    }

    @Test
    void v11_a_move_takes_the_source_away_and_is_refused_while_it_is_held() {
        var data = filled();
        assertThat(failure(() -> data.rename(name("moved")), VolumeInUse.class))
                .startsWith("Cannot move volume \"data\": ")
                .contains("container \"holder\" (exited)");
        assertThat(docker.volume(name("moved")).exists()).isFalse();
        var before = listing(docker, data);
        container("holder").remove();
        var moved = data.rename(name("moved"));
        assertThat(listing(docker, moved)).isEqualTo(before);
        assertThat(data.exists()).isFalse();
    }

    @Test
    void v11_to_another_engine_and_back() {
        var data = filled();
        try (var engine = EmbeddedEngine.start();
                var other = Docker.connect(engine)) {
            var there = data.cloneTo(other.volume("there"));
            // Engines bring different editions of ls along; what comes back is told by the one that began.
            assertThat(listing(other, there)).contains("12").contains("34").endsWith("data\n");
            var back = there.cloneTo(docker.volume(name("back")));
            assertThat(listing(docker, back)).isEqualTo(listing(docker, data));
        }
    }

    @Test
    void v11_a_database_to_another_real_engine_and_back_byte_for_byte() {
        var others = EngineUnderTest.all()
                .filter(other -> !other.isEmbedded() && !other.equals(engine))
                .toList();
        assumeFalse(others.isEmpty(), "there is one real engine alone");
        for (var other : others) {
            var data = docker.volume(name("data")).create();
            if (engine.isEmbedded()) {
                itsFilesThereAndBack(other.connection(), data);
                continue;
            }
            var db = database(docker, data);
            sql(db, "create table rows as select i n, 'row ' || i t from generate_series(1, 1000) i");
            stopped(db);
            var files = files(docker, data);
            assertThat(files).contains("PG_VERSION");
            var there = data.moveTo(other.connection().volume(name("data")));
            assertThat(data.exists()).isFalse();
            try {
                assertThat(files(other.connection(), there)).as("on " + other).isEqualTo(files);
                var moved = database(other.connection(), there);
                assertThat(sql(moved, "select count(*), sum(n) from rows")).isEqualTo("1000|500500\n");
                sql(moved, "insert into rows values (1001, 'added there')");
                stopped(moved);
                files = files(other.connection(), there);
                there.moveTo(data);
            } finally {
                other.connection().containers().named(name("db")).remove(FORCE);
                other.connection().volumes().named(name("data")).remove();
            }
            assertThat(files(docker, data)).as("back from " + other).isEqualTo(files);
            assertThat(sql(database(docker, data), "select count(*), sum(n), max(t) from rows"))
                    .isEqualTo("1001|501501|row 999\n");
            docker.container(name("db")).remove(FORCE);
            data.remove();
        }
    }

    // A database of the embedded engine keeps its files in a way that PostgreSQL does not read.
    private void itsFilesThereAndBack(Docker other, Volume data) {
        var db = database(docker, data);
        sql(db, "create table rows as select i n, 'row ' || i t from generate_series(1, 1000) i");
        stopped(db);
        var files = files(docker, data);
        assertThat(files).contains("PG_VERSION");
        var there = data.moveTo(other.volume(name("data")));
        assertThat(files(other, there)).isEqualTo(files);
        there.moveTo(data);
        assertThat(files(docker, data)).isEqualTo(files);
        assertThat(sql(database(docker, data), "select count(*), sum(n) from rows"))
                .isEqualTo("1000|500500\n");
        docker.container(name("db")).remove(FORCE);
        data.remove();
    }

    private Container database(Docker engine, Volume data) {
        return Database.declared(engine, name("db")).volume(data, "/dbdata").run();
    }

    private static void stopped(Container db) {
        db.stop();
        db.remove();
    }

    private static String files(Docker engine, Volume volume) {
        return engine.container()
                .image("ubuntu")
                .volume(volume, "/d")
                .call("bash", "-c", """
                        cd /d; find . -printf '%p %y %m %U %G %Ts %l\\n' | sort
                        find . -type f -print0 | sort -z | xargs -0 sha256sum""")
                .out();
    }

    @Test
    void a_bare_volume_goes_into_a_file_and_back() {
        var data = filled();
        var file = folder.resolve("data.tar").toString();
        var before = listing(docker, data);
        assertThat(data.backup(file).entries()).isEqualTo(5);
        assertThat(data.users()).hasToString("[" + docker.container(name("holder")) + "]");
        container("holder").remove();
        data.remove();
        data.create().restore(file);
        assertThat(listing(docker, data)).isEqualTo(before);
    }
}
