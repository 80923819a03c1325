package dev.dockline.contract;

import static dev.dockline.Dockline.ANY_EXIT;
import static dev.dockline.Dockline.FORCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dockline.Container;
import dev.dockline.error.CommandNotFound;
import dev.dockline.error.LinkTargetNotRunning;
import dev.dockline.error.NoSuchLinkTarget;
import dev.dockline.state.LinkState;
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
        db();
        var env = variables(container("web2")
                .image("training/webapp")
                .link(name("db"), "db")
                .env("DB_ENV_MINE", "kept")
                .call("env")
                .out());
        var address = env.get("DB_PORT_5432_TCP_ADDR");
        assertThat(address).matches("\\d+(\\.\\d+){3}");
        assertThat(env)
                .containsEntry("DB_NAME", "/" + name("web2") + "/db")
                .containsEntry("DB_PORT", "tcp://" + address + ":5432")
                .containsEntry("DB_PORT_5432_TCP", "tcp://" + address + ":5432")
                .containsEntry("DB_PORT_5432_TCP_PROTO", "tcp")
                .containsEntry("DB_PORT_5432_TCP_PORT", "5432")
                .containsEntry("DB_ENV_PGDATA", "/var/lib/postgresql/15/main")
                .containsEntry("DB_ENV_MINE", "kept")
                .doesNotContainKeys("DB_ENV_HOME", "DB_ENV_PATH");
        assertThat(docker.networks()).noneMatch(network -> network.name().startsWith("dockline-link-"));
    }

    @Test
    void l6_a_name_in_the_hosts_file_that_answers() {
        var db = db();
        var web = idle("web").link(db, "db").run();
        var address = web.environment().get("DB_PORT_5432_TCP_ADDR");
        assertThat(db.state().addresses().values()).contains(address);
        assertThat(web.hosts())
                .anyMatch(line -> line.address().equals(address) && line.names().contains("db"));
        assertThat(web.hosts())
                .anyMatch(line -> line.address().equals(address) && line.names().contains(name("db")));
        var ping = docker.container()
                .image("training/webapp")
                .link(db, "db")
                .call("ping", "-c", "1", "db")
                .out();
        assertThat(ping).contains("1 packets transmitted, 1 ").contains("received");
    }

    @Test
    void l6_an_alias_that_is_the_targets_name_stands_in_the_hosts_file_once() {
        var web = idle("web").link(db()).run();
        assertThat(web.hosts().stream().flatMap(line -> line.names().stream()).filter(name("db")::equals))
                .hasSize(1);
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
    void a_link_follows_its_target_to_a_new_start_at_another_address() {
        var db = up(container("db").image("training/postgres"));
        var web = idle("web").link(db, "db").run();
        var before = db.state().addresses();
        db.stop();
        // Takes the address that the target had on the default network.
        var other = idle("other").run();
        db.start();
        assertThat(other.state().running()).isTrue();
        assertThat(db.state().addresses().keySet()).isEqualTo(before.keySet());
        var address = web.environment().get("DB_PORT_5432_TCP_ADDR");
        assertThat(db.state().addresses().values()).contains(address);
        assertThat(web.hosts())
                .anyMatch(line -> line.address().equals(address) && line.names().contains("db"));
        assertThat(web.exec(ANY_EXIT, "ping", "-c", "1", "-W", "2", "db").exitCode())
                .isZero();
    }

    @Test
    void two_that_call_their_database_db_do_not_meet() {
        var db1 = container("db1").image("training/postgres").run();
        var db2 = container("db2").image("training/postgres").run();
        var web1 = idle("web1").link(db1, "db").run();
        var web2 = idle("web2").link(db2, "db").run();
        assertThat(db1.state().addresses().values()).contains(web1.environment().get("DB_PORT_5432_TCP_ADDR"));
        assertThat(db2.state().addresses().values()).contains(web2.environment().get("DB_PORT_5432_TCP_ADDR"));
    }

    @Test
    void a_link_to_what_was_replaced_is_broken_and_up_mends_it() {
        db();
        idle("web").link(name("db"), "db").run();
        container("db").remove(FORCE);
        db();
        assertThat(container("web").links())
                .singleElement()
                .returns(true, LinkState::isBroken)
                .hasToString(name("db") + ":db (broken)");
        container("web").up();
        assertThat(container("web").links())
                .singleElement()
                .returns(false, LinkState::isBroken)
                .hasToString(name("db") + ":db");
        assertThat(container("web").exec("ping", "-c", "1", "db").exitCode()).isZero();
    }

    @Test
    void links_leave_no_network_behind() {
        var db = db();
        idle("web").link(db, "db").run().remove(FORCE);
        failure(() -> idle("web").link(db, "db").run("nosuch"), CommandNotFound.class);
        assertThat(docker.networks()).noneMatch(network -> network.name().startsWith("dockline-link-"));
        assertThat(db.state().addresses()).hasSize(1);
    }

    @Test
    void a_link_on_a_network_of_ones_own() {
        docker.network(name("lab")).create();
        var db = container("db").image("training/postgres").network(name("lab")).run();
        var web = idle("web").network(name("lab")).link(db, "db").run();
        assertThat(db.state().addresses().values()).contains(web.environment().get("DB_PORT_5432_TCP_ADDR"));
        assertThat(web.exec("ping", "-c", "1", "db").exitCode()).isZero();
        web.remove(FORCE);
        db.remove(FORCE);
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

    @Test
    void a_link_to_itself_is_refused() {
        failure(() -> idle("web").link(name("web"), "me").run(), NoSuchLinkTarget.class);
        assertThat(exists("web")).isFalse();
    }

    private static Map<String, String> variables(String env) {
        return Arrays.stream(env.split("\n"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(v -> v[0], v -> v[1]));
    }
}
