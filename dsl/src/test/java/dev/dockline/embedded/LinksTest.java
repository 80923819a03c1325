package dev.dockline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Link;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links of the default bridge, by the rules of Docker 28. */
class LinksTest {
    private Engine engine;

    @BeforeEach
    void start() {
        engine = new Engine();
    }

    @AfterEach
    void closeWhole() {
        assertThat(engine.embedded.violations()).isEmpty();
        engine.close();
    }

    private CreateContainerCmd napping(String name) {
        return engine.docker.createContainerCmd("busybox").withName(name).withCmd("sleep", "600");
    }

    private String up(CreateContainerCmd create) {
        var id = create.exec().getId();
        engine.docker.startContainerCmd(id).exec();
        return id;
    }

    private CreateContainerCmd linked(String name, String... links) {
        var all = Arrays.stream(links).map(Link::parse).toArray(Link[]::new);
        return napping(name).withHostConfig(HostConfig.newHostConfig().withLinks(all));
    }

    private String environment(String id) {
        return engine.exec(id, "env").out();
    }

    @Test
    void the_variables_name_ports_runs_and_environment_in_dockers_order() {
        up(napping("db")
                .withEnv("USER=joe", "HOME=/x", "EMPTY=", "lower=1")
                .withExposedPorts(
                        ExposedPort.udp(53), ExposedPort.tcp(7001), ExposedPort.tcp(5432), ExposedPort.tcp(7000)));
        var web = up(linked("web", "db:my-db").withEnv("OWN=1", "MY_DB_NAME=mine"));
        assertThat(environment(web)).isEqualTo("""
                PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
                HOSTNAME=%s
                MY_DB_PORT=tcp://172.17.0.2:5432
                MY_DB_PORT_5432_TCP=tcp://172.17.0.2:5432
                MY_DB_PORT_5432_TCP_ADDR=172.17.0.2
                MY_DB_PORT_5432_TCP_PORT=5432
                MY_DB_PORT_5432_TCP_PROTO=tcp
                MY_DB_PORT_7000_TCP=tcp://172.17.0.2:7000
                MY_DB_PORT_7000_TCP_ADDR=172.17.0.2
                MY_DB_PORT_7000_TCP_PORT=7000
                MY_DB_PORT_7000_TCP_PROTO=tcp
                MY_DB_PORT_7001_TCP=tcp://172.17.0.2:7001
                MY_DB_PORT_7001_TCP_ADDR=172.17.0.2
                MY_DB_PORT_7001_TCP_PORT=7001
                MY_DB_PORT_7001_TCP_PROTO=tcp
                MY_DB_PORT_7000_TCP_START=tcp://172.17.0.2:7000
                MY_DB_PORT_7000_TCP_PORT_START=7000
                MY_DB_PORT_7000_TCP_END=tcp://172.17.0.2:7001
                MY_DB_PORT_7000_TCP_PORT_END=7001
                MY_DB_PORT_53_UDP=udp://172.17.0.2:53
                MY_DB_PORT_53_UDP_ADDR=172.17.0.2
                MY_DB_PORT_53_UDP_PORT=53
                MY_DB_PORT_53_UDP_PROTO=udp
                MY_DB_NAME=mine
                MY_DB_ENV_USER=joe
                MY_DB_ENV_EMPTY=
                MY_DB_ENV_lower=1
                OWN=1
                HOME=/root
                """.formatted(web.substring(0, 12)));
    }

    @Test
    void the_hosts_file_names_alias_id_and_name_before_the_containers_own_line() {
        var db = up(napping("db"));
        var web = up(linked("web", "db:Base"));
        assertThat(engine.exec(web, "cat", "/etc/hosts").out())
                .isEqualTo("""
                127.0.0.1\tlocalhost
                ::1\tlocalhost ip6-localhost ip6-loopback
                fe00::\tip6-localnet
                ff00::\tip6-mcastprefix
                ff02::1\tip6-allnodes
                ff02::2\tip6-allrouters
                172.17.0.2\tBase %s db
                172.17.0.3\t%s
                """.formatted(db.substring(0, 12), web.substring(0, 12)));
        assertThat(engine.exec(web, "ping", "-c", "1", "base").code()).isZero();
    }

    @Test
    void the_alias_follows_its_target_to_another_address() {
        up(napping("db"));
        var web = up(linked("web", "db:db"));
        engine.docker.stopContainerCmd("db").withTimeout(0).exec();
        up(napping("other"));
        engine.docker.startContainerCmd("db").exec();
        assertThat(engine.exec(web, "cat", "/etc/hosts").out()).contains("172.17.0.4\tdb ");
        assertThat(environment(web)).contains("DB_NAME=/web/db");
        assertThat(engine.exec(web, "ping", "-c", "1", "db").out()).contains("64 bytes from 172.17.0.4: seq=0 ttl=64");
    }

    @Test
    void list_and_inspect_show_the_link_and_forget_it_when_it_is_taken_away() {
        up(napping("db"));
        up(linked("web", "db:alias"));
        var links =
                engine.docker.inspectContainerCmd("web").exec().getHostConfig().getLinks();
        assertThat(links).containsExactly(Link.parse("/db:/web/alias"));
        assertThat(names("db")).containsExactly("/db", "/web/alias");
        assertThat(engine.docker.inspectContainerCmd("web/alias").exec().getName())
                .isEqualTo("/db");
        assertThatThrownBy(() -> engine.docker.removeContainerCmd("web/nothing").exec())
                .hasMessage("Status 404: {\"message\":\"No such container: web/nothing\"}");
        engine.docker.renameContainerCmd("web").withName("web9").exec();
        assertThat(names("db")).containsExactly("/db", "/web9/alias");
    }

    private String[] names(String name) {
        return engine.docker.listContainersCmd().exec().stream()
                .map(container -> container.getNames())
                .filter(names -> Arrays.asList(names).contains("/" + name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_link_to_nothing_is_refused_and_leaves_nothing() {
        assertThatThrownBy(() -> linked("web", "nosuch:db").exec())
                .isInstanceOf(DockerException.class)
                .hasMessage(
                        "Status 400: {\"message\":\"could not get container for nosuch: No such container: nosuch\"}");
        assertThat(engine.docker.listContainersCmd().withShowAll(true).exec()).isEmpty();
    }

    @Test
    void a_target_that_does_not_run_stops_start_restart_and_exec() {
        napping("db").exec();
        var web = linked("web", "db:db").exec().getId();
        var refusal = "Cannot link to a non running container: /db AS /web/db";
        assertThatThrownBy(() -> engine.docker.startContainerCmd("web").exec())
                .hasMessage("Status 500: {\"message\":\"" + refusal + "\"}");
        assertThat(engine.docker.inspectContainerCmd("web").exec().getState().getExitCodeLong())
                .isEqualTo(128);
        engine.docker.startContainerCmd("db").exec();
        engine.docker.startContainerCmd("web").exec();
        engine.docker.killContainerCmd("db").exec();
        assertThatThrownBy(() -> engine.exec(web, "true")).hasMessage("Status 500: {\"message\":\"" + refusal + "\"}");
        assertThatThrownBy(() ->
                        engine.docker.restartContainerCmd("web").withTimeout(0).exec())
                .hasMessage("Status 500: {\"message\":\"Cannot restart container web: " + refusal + "\"}");
        assertThat(engine.docker.inspectContainerCmd("web").exec().getState().getStatus())
                .isEqualTo("exited");
    }

    @Test
    void names_resolve_on_a_users_network_and_not_on_the_default_one() {
        engine.docker.createNetworkCmd().withName("net").exec();
        var onNet = HostConfig.newHostConfig().withNetworkMode("net");
        up(napping("db").withHostConfig(onNet).withAliases("base"));
        var web = up(napping("web").withHostConfig(onNet));
        var lone = up(napping("lone"));
        for (var name : new String[] {"db", "BASE", "db.net"})
            assertThat(engine.exec(web, "ping", "-c", "1", name).out()).contains("64 bytes from 172.18.0.2:");
        assertThat(engine.exec(lone, "ping", "-c", "1", "db"))
                .isEqualTo(new Engine.Result(1, "", "ping: bad address 'db'\n"));
    }
}
