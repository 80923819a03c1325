package dev.dockline.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dockline plan}: what a script would change, and its exit code. */
class PlanCommandTest {
    @TempDir
    Path folder;

    private Run plan(String script, String... options) throws Exception {
        Files.writeString(folder.resolve("my.jsh"), script);
        var arguments = new java.util.ArrayList<>(java.util.List.of("plan", "--engine", "embedded:state"));
        arguments.addAll(java.util.List.of(options));
        arguments.add("my.jsh");
        return Run.dockline(folder, "", arguments.toArray(String[]::new));
    }

    @Test
    void changes_are_told_with_exit_code_10_and_not_made() throws Exception {
        var script = """
                var db = container("db").image("training/postgres").volume("data", "/dbdata").run();
                System.out.println(db.logs().isEmpty());
                var web = container("web").image("training/webapp").publish(5000).link(db, "db")
                    .run("python", "app.py");
                web.exec("env")
                """;
        var run = plan(script);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                        true
                            NAME  IMAGE              STATE   PORTS               LINKS  VOLUMES
                          + db    training/postgres  starts  5432/tcp            ←web   data:/dbdata
                          + web   training/webapp    starts  127.0.0.1:*→5000/tcp  db
                            VOLUME  DRIVER  USED BY
                          + data    local   db:/dbdata
                        unknown: read the logs of container "db"
                        unknown: exec in container "web"
                        Nothing was done.
                        """.replace("PORTS               LINKS", "PORTS                 LINKS")
                .replace("5432/tcp            ←", "5432/tcp              ←"));
        assertThat(run.exitCode()).isEqualTo(10);
        assertThat(Run.dockline(folder, "", "--engine", "embedded:state", "-e", "containers().size()")
                        .out())
                .isEqualTo("0\n");
    }

    @Test
    void nothing_to_do_is_exit_code_0() throws Exception {
        var run = plan("containers()\n");
        assertThat(run.out()).isEqualTo("Nothing would change.\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void a_line_that_would_fail_is_told_as_when_it_fails() throws Exception {
        var run = plan("container(\"web\").image(\"busybox\").create();\ncontainer(\"nobody\").stop()\n");
        assertThat(run.out()).contains("+ web", "Nothing was done.");
        assertThat(run.err())
                .contains("my.jsh:2", "Cannot stop container \"nobody\": there is no container \"nobody\".");
        assertThat(run.exitCode()).isEqualTo(5);
    }

    @Test
    void lines_of_json_for_machines() throws Exception {
        var run =
                plan("container(\"web\").image(\"nosuch/image:1\").volume(\"data\", \"/d\").run().logs()\n", "--json");
        assertThat(run.out().lines().map(line -> line.replaceAll("\"(time|id)\":\"[^\"]*\",", "")))
                .containsExactly(
                        "{\"file\":\"my.jsh\",\"line\":1,\"change\":\"added\",\"kind\":\"container\",\"name\":\"web\","
                                + "\"image\":\"nosuch/image:1\",\"status\":\"starts\",\"ports\":[],"
                                + "\"mounts\":[\"data:/d\"],\"links\":[]}",
                        "{\"file\":\"my.jsh\",\"line\":1,\"change\":\"added\",\"kind\":\"volume\",\"name\":\"data\"}",
                        "{\"file\":\"my.jsh\",\"line\":1,\"plan\":\"brings\",\"image\":\"nosuch/image:1\"}",
                        "{\"file\":\"my.jsh\",\"line\":1,\"plan\":\"unknown\",\"what\":\"read the logs of container \\\"web\\\"\"}",
                        "{\"exit\":10}");
    }

    @Test
    void without_a_script_the_usage_is_told() throws Exception {
        var run = Run.dockline(folder, "", "plan");
        assertThat(run.err()).contains("dockline plan FILE.jsh");
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
