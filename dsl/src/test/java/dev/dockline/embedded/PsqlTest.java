package dev.dockline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** psql in the container, beside that of the host. */
class PsqlTest extends DatabaseStory {
    @Test
    void psql_in_the_container_and_on_the_host_say_the_same() throws Exception {
        run("create table t (id int, name text); insert into t values (1, 'one'), (20, 'twenty')");
        var port = db.port(5432).replaceFirst(".*:", "");
        for (var asked : List.of(
                "select * from t order by id",
                "select count(*) from t where id > 100",
                "select nosuch from t",
                "delete from t where id > 100")) {
            for (var options : List.of("-c", "-Atc")) {
                var here = db.exec(dev.dockline.Dockline.ANY_EXIT, "psql", "-U", "postgres", options, asked);
                var process = hostPsql(port, options, asked);
                org.junit.jupiter.api.Assumptions.assumeTrue(process != null, "there is no psql on this machine");
                assertThat(here.out())
                        .as(asked)
                        .isEqualTo(new String(
                                process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
                assertThat(here.err())
                        .as(asked)
                        .isEqualTo(new String(
                                process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
                assertThat(here.exitCode()).as(asked).isEqualTo(process.waitFor());
            }
        }
    }

    private static Process hostPsql(String port, String options, String asked) {
        try {
            var builder =
                    new ProcessBuilder("psql", "-X", "-h", "127.0.0.1", "-p", port, "-U", "postgres", options, asked);
            builder.environment().put("LC_ALL", "C.UTF-8");
            return builder.start();
        } catch (java.io.IOException missing) {
            return null;
        }
    }

    @Test
    void what_is_wrong_is_told_and_not_the_caret_under_it() {
        assertThatThrownBy(() -> db.exec("psql", "-c", "select * from nosuch"))
                .hasMessageContaining("ended with exit code 1: ERROR:  relation \"nosuch\" does not exist.\n");
    }
}
