package dev.dockline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockline.Container;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is in the files, and the files are on the volume. */
class DatabaseFilesTest extends DatabaseStory {
    private Connection started(Container database) throws SQLException {
        db = database.publish("127.0.0.1::5432")
                .readyOnLog("ready to accept connections")
                .run();
        return connect("");
    }

    private Container on(Container volumes) {
        return docker.container("on-" + volumes.state().name())
                .image("training/postgres")
                .env("PGDATA", "/dbdata/main")
                .volumesFrom(volumes);
    }

    @Test
    void rows_outlive_their_containers_and_come_back_from_a_backup(@TempDir Path folder) throws Exception {
        var dbdata = docker.container("dbdata")
                .image("training/postgres")
                .volume("/dbdata")
                .create("true");
        try (var first = started(on(dbdata))) {
            first.createStatement().execute("create table t (id int); insert into t values (1), (2)");
        }
        db.stop();
        db.remove();
        try (var second = started(on(dbdata))) {
            second.createStatement().execute("insert into t values (3)");
        }
        db.stop();
        var file = folder.resolve("rows.tar").toString();
        dbdata.volumes().backup(file);
        var dbdata2 = docker.container("dbdata2")
                .image("training/postgres")
                .volume("/dbdata")
                .create("true");
        dbdata2.volumes().restore(file);
        jdbc.close();
        jdbc = started(on(dbdata2));
        assertThat(rows("select id from t order by id")).containsExactly("1", "2", "3");
        assertThatThrownBy(() -> run("select * from nosuch")).hasMessageContaining("does not exist");
    }

    @Test
    void a_second_server_on_the_same_files_is_refused() throws Exception {
        var dbdata = docker.container("dbdata")
                .image("training/postgres")
                .volume("/dbdata")
                .create("true");
        started(on(dbdata)).close();
        var late = docker.container("late")
                .image("training/postgres")
                .env("PGDATA", "/dbdata/main")
                .volumesFrom(dbdata)
                .run();
        assertThat(late.awaitExit()).isEqualTo(1);
        assertThat(late.logs().toString()).contains("FATAL:  lock file \"postmaster.pid\" already exists");
    }

    @Test
    void what_was_committed_is_there_after_a_kill() throws Exception {
        run("create table t (id int)");
        run("insert into t values (1), (2)");
        jdbc.setAutoCommit(false);
        run("insert into t values (3)");
        db.kill();
        db.start();
        db.awaitReady();
        jdbc = connect("");
        assertThat(rows("select id from t order by id")).containsExactly("1", "2");
    }
}
