package dev.dockline.contract;

import static dev.dockline.Dockline.ANY_EXIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dockline.Container;
import dev.dockline.error.LinkTargetNotRunning;
import dev.dockline.error.NoSuchLinkTarget;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Names and links, row by row of the book's scenarios. */
class LinksTest extends EngineContract {
    private Container db() {
        return container("db").image("training/postgres").run();
    }

    @Test
    void l4_the_link_is_told_from_both_sides() {
        var db = db();
        var web = container("web")
                .image("training/webapp")
                .publishAll()
                .link(db, "db")
                .run("python", "app.py");
        assertThat(web.links()).hasToString("[" + name("db") + ":db]");
        assertThat(docker.containers().table().toString())
                .contains(name("db") + ":db")
                .contains("←" + name("web"));
        assertThat(db.inspect("/Name")).isEqualTo("/" + name("db"));
    }

    @Test
    void l5_variables() {
        var db = db();
        var out = container("web2")
                .image("training/webapp")
                .link(db, "db")
                .call("env")
                .out();
        var env = variables(out);
        var address = db.state().addresses().get("bridge");
        assertThat(env)
                .containsEntry("DB_NAME", "/" + name("web2") + "/db")
                .containsEntry("DB_PORT", "tcp://" + address + ":5432")
                .containsEntry("DB_PORT_5432_TCP", "tcp://" + address + ":5432")
                .containsEntry("DB_PORT_5432_TCP_PROTO", "tcp")
                .containsEntry("DB_PORT_5432_TCP_PORT", "5432")
                .containsEntry("DB_PORT_5432_TCP_ADDR", address)
                .containsEntry("DB_ENV_PGDATA", "/var/lib/postgresql/15/main");
    }

    @Test
    void l6_a_name_in_the_hosts_file_that_answers() {
        var db = db();
        var address = db.state().addresses().get("bridge");
        var hosts = container("web")
                .image("training/webapp")
                .link(db, "db")
                .call("cat", "/etc/hosts")
                .out();
        assertThat(hosts).contains(address + "\tdb " + db.state().shortId() + " " + name("db"));
        var ping = docker.container()
                .image("busybox")
                .link(db, "db")
                .call("ping", "-c", "1", "db")
                .out();
        assertThat(ping)
                .contains("64 bytes from " + address + ": seq=0 ttl=64 time=")
                .contains("1 packets transmitted, 1 packets received");
    }

    @Test
    void l6_an_alias_that_is_the_targets_name_stands_in_the_hosts_file_once() {
        var db = db();
        var line = db.state().addresses().get("bridge") + "\t" + name("db") + " "
                + db.state().shortId();
        var hosts = docker.container()
                .image("busybox")
                .link(db)
                .call("cat", "/etc/hosts")
                .out();
        assertThat(hosts.lines()).contains(line);
    }

    @Test
    void l7_several_links() {
        var db = db();
        var cache = container("cache").image("training/webapp").run();
        var web = container("web")
                .image("training/webapp")
                .link(db, "db")
                .link(cache, "cache")
                .run();
        container("web2").image("training/webapp").link(db).run();
        assertThat(web.links()).hasToString("[" + name("cache") + ":cache, " + name("db") + ":db]");
        assertThat(web.exec("env").out()).contains("DB_PORT=").contains("CACHE_PORT=");
    }

    @Test
    void l8_the_database_is_not_open_to_the_outside() {
        assertThat(db().ports()).singleElement().matches(port -> port.container() == 5432 && !port.published());
    }

    @Test
    void a_link_follows_its_target_to_a_new_start() {
        var db = up(container("db").image("training/postgres"));
        var web = container("web").image("training/webapp").link(db, "db").run();
        db.restart();
        var address = db.state().addresses().get("bridge");
        assertThat(web.exec("cat", "/etc/hosts").out()).contains(address + "\tdb ");
    }

    @Test
    void without_a_link_there_is_no_name() {
        db();
        assertThat(docker.container()
                        .image("busybox")
                        .call(ANY_EXIT, "ping", "-c", "1", name("db"))
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void a_link_to_nothing_leaves_nothing() {
        assertThat(failure(
                        () -> container("web")
                                .image("training/webapp")
                                .link(name("nobody") + ":db")
                                .run(),
                        NoSuchLinkTarget.class))
                .isEqualTo("Cannot run container \"web\": there is no container \"nobody\" to link to.\n"
                        + "Try: container(\"nobody\").image(…).run() first, or containers() to see what is there");
        assertThat(exists("web")).isFalse();
    }

    @Test
    void a_link_to_what_is_stopped_leaves_nothing() {
        var db = container("db").image("training/postgres").create();
        assertThat(failure(
                        () -> container("web")
                                .image("training/webapp")
                                .link(db, "db")
                                .run(),
                        LinkTargetNotRunning.class))
                .isEqualTo("Cannot run container \"web\": the container \"db\" it links to is not running.\n"
                        + "Try: container(\"db\").start()");
        assertThat(exists("web")).isFalse();
    }

    private static Map<String, String> variables(String env) {
        return Arrays.stream(env.split("\n"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(v -> v[0], v -> v[1]));
    }
}
