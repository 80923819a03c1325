package dev.dockline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reaches out of a database is refused, and who is no guest of it is sent away. */
class SqlAttacksTest extends DatabaseStory {
    /** What would reach out of the database: to commands, files, other databases. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "create alias exec for \"java.lang.Runtime.exec\"",
                "create alias exec as $$ void e() throws Exception { Runtime.getRuntime().exec(\"id\"); } $$",
                "create trigger x before insert on t call \"org.h2.samples.TriggerSample\"",
                "create trigger x before insert on t as $$ org.h2.api.Trigger create() { return null; } $$",
                "select file_read('/etc/passwd')",
                "select \"FILE_READ\"('/etc/passwd')",
                "select file_write('x', '/tmp/dockline-attack')",
                "call csvwrite('/tmp/dockline-attack', 'select 1')",
                "select csvwrite('/tmp/dockline-attack', 'select 1')",
                "select * from csvread('/etc/passwd')",
                "create table x as select * from csvread('/etc/passwd')",
                "script to '/tmp/dockline-attack'",
                "backup to '/tmp/dockline-attack'",
                "runscript from '/etc/passwd'",
                "create linked table x('', 'jdbc:h2:/tmp/dockline-attack', 'sa', '', 'x')",
                "select * from link_schema('x', '', 'jdbc:h2:/tmp/dockline-attack', 'sa', '', 'PUBLIC')",
                "create table x (a int) engine \"org.h2.mvstore.db.MVTableEngine\"",
                "create user other password 'x' admin",
                "alter user postgres admin true",
                "set password 'x'",
                "set trace_level_file 3",
                "create aggregate x for \"java.lang.String\"",
                "select database_path()",
                "create role x",
                "shutdown",
                "copy t to program 'id'",
                "drop all objects delete files",
                "create database other"
            })
    void an_attack_is_refused(String sql) throws Exception {
        run("create table t (id int)");
        var refused = false;
        try {
            run(sql);
        } catch (SQLException e) {
            refused = true;
            assertThat(e.getSQLState()).as(e.getMessage()).isIn("0A000", "42501", "42704", "42601");
        }
        assertThat(refused || sql.startsWith("set ")).as(sql).isTrue();
        assertThat(java.nio.file.Path.of("/tmp/dockline-attack")).doesNotExist();
        assertThat(rows("select count(*) from t")).containsExactly("0");
    }

    @Test
    void strangers_and_other_databases_are_not_let_in() {
        var url = "jdbc:postgresql://" + db.port(5432) + "/";
        assertThatThrownBy(() -> DriverManager.getConnection(url + "postgres", "sa", ""))
                .hasMessageContaining("role \"sa\" does not exist");
        assertThatThrownBy(() -> DriverManager.getConnection(url + "other", "postgres", ""))
                .hasMessageContaining("database \"other\" does not exist");
    }

    @Test
    void a_client_that_speaks_something_else_is_sent_away() throws Exception {
        for (var bytes : List.of(
                "GET / HTTP/1.1\r\n\r\n".getBytes(),
                new byte[] {0, 0, 0, 8, 0, 9, 0, 0},
                new byte[] {-1, -1, -1, -1},
                new byte[0])) {
            try (var socket = new java.net.Socket(
                    "127.0.0.1", Integer.parseInt(db.port(5432).replaceFirst(".*:", "")))) {
                socket.setSoTimeout(5000);
                socket.getOutputStream().write(bytes);
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            }
        }
        assertThat(rows("select 1")).containsExactly("1");
    }
}
