package dev.dockline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dockline.Container;
import dev.dockline.Docker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that becomes full under the database: the statement that needs more is told so, and no committed row is lost. */
class FullDiskTest {
    @TempDir
    Path folder;

    @Test
    void committed_rows_are_there_when_there_is_room_again() throws Exception {
        var disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(ran("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()), "nothing may be mounted");
        try (var docker = Docker.connect("embedded")) {
            var db = docker.container("db")
                    .image("training/postgres")
                    .env("PGDATA", "/disk/main")
                    .volume(disk + ":/disk")
                    .publish("127.0.0.1::5432")
                    .readyOnLog("ready to accept connections")
                    .run();
            db.awaitReady();
            var committed = fill(db);
            assertThat(committed).isPositive();
            assertThat(ran("mount", "-o", "remount,size=64m", disk.toString())).isTrue();
            db.restart();
            db.awaitReady();
            try (var jdbc = DriverManager.getConnection(url(db), "postgres", "");
                    var rows = jdbc.createStatement().executeQuery("select count(*), max(id) from t")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(committed);
                assertThat(rows.getInt(2)).isEqualTo(committed - 1);
            }
        } finally {
            assertThat(ran("umount", disk.toString())).isTrue();
        }
    }

    /** Inserts rows, each on its own, until one is refused. */
    private static int fill(Container db) throws SQLException {
        var committed = new int[1];
        try (var jdbc = DriverManager.getConnection(url(db), "postgres", "")) {
            jdbc.createStatement().execute("create table t (id int, name text)");
            try (var insert = jdbc.prepareStatement("insert into t values (?, ?)")) {
                assertThatThrownBy(() -> {
                            for (; committed[0] < 10_000; committed[0]++) {
                                insert.setInt(1, committed[0]);
                                insert.setString(2, (committed[0] + " ").repeat(10_000));
                                insert.executeUpdate();
                            }
                        })
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("could not write to the files of the database: is the disk full?");
            }
        }
        return committed[0];
    }

    private static String url(Container db) {
        return "jdbc:postgresql://" + db.port(5432) + "/postgres";
    }

    private static boolean ran(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
