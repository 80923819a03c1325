package dev.dockline.embedded.program.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What H2 itself lets a client do, were there no list of accepted statements in front of it. */
class TablesTest {
    @TempDir
    Path folder;

    @Test
    void a_client_is_no_administrator() throws Exception {
        var target = folder.resolve("attack");
        try (var tables = Tables.open(folder.resolve("postgres"));
                var client = tables.connect();
                var statement = client.createStatement()) {
            statement.execute("create table t (id int)");
            statement.execute("insert into t values (1)");
            for (var attack : new String[] {
                "create alias run as $$ void run() throws Exception { Runtime.getRuntime().exec(\"id\"); } $$",
                "create alias run for \"java.lang.System.gc\"",
                "create trigger x before insert on t call \"org.h2.test.Nothing\"",
                "create trigger x before insert on t as $$ org.h2.api.Trigger create() { return null; } $$",
                "create aggregate x for \"java.lang.String\"",
                "create linked table x('', 'jdbc:h2:" + target + "', 'sa', '', 'x')",
                "call link_schema('x', '', 'jdbc:h2:" + target + "', 'sa', '', 'PUBLIC')",
                "call file_read('/etc/passwd')",
                "call file_write('x', '" + target + "')",
                "call csvwrite('" + target + "', 'select 1')",
                "select * from csvread('/etc/passwd')",
                "script to '" + target + "'",
                "backup to '" + target + "'",
                "runscript from '/etc/passwd'",
                "create user other password 'x' admin",
                "alter user \"postgres\" admin true",
                "set trace_level_file 3",
                "shutdown"
            }) {
                assertThatThrownBy(() -> statement.execute(attack)).as(attack).isInstanceOf(SQLException.class);
            }
            assertThat(statement.executeQuery("select id from t").next()).isTrue();
        }
        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString())).containsExactly("postgres.mv.db");
        }
    }
}
