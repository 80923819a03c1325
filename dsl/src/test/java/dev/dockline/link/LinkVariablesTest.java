package dev.dockline.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules of Docker 28 for the variables of a link. */
class LinkVariablesTest {
    private static Map<String, String> of(String alias, List<String> ports, String... environment) {
        return LinkVariables.of("web", alias, "172.17.0.5", ports, List.of(environment));
    }

    @Test
    void one_port_and_the_targets_own_variables() {
        assertThat(of("db", List.of("5432/tcp"), "PATH=/bin", "HOME=/", "PGDATA=/d", "EMPTY=", "nothing"))
                .containsExactlyEntriesOf(ordered(
                        "DB_PORT=tcp://172.17.0.5:5432",
                        "DB_PORT_5432_TCP=tcp://172.17.0.5:5432",
                        "DB_PORT_5432_TCP_ADDR=172.17.0.5",
                        "DB_PORT_5432_TCP_PORT=5432",
                        "DB_PORT_5432_TCP_PROTO=tcp",
                        "DB_NAME=/web/db",
                        "DB_ENV_PGDATA=/d",
                        "DB_ENV_EMPTY="));
    }

    @Test
    void tcp_comes_before_udp() {
        assertThat(of("db", List.of("53/udp", "5432/tcp")))
                .containsEntry("DB_PORT", "tcp://172.17.0.5:5432")
                .containsEntry("DB_PORT_53_UDP_PROTO", "udp");
    }

    @Test
    void a_run_of_ports_is_named_after_its_first() {
        assertThat(of("x", List.of("7002/tcp", "7000/tcp", "7001/tcp", "7003/udp", "80/tcp")))
                .containsEntry("X_PORT_7000_TCP_START", "tcp://172.17.0.5:7000")
                .containsEntry("X_PORT_7000_TCP_PORT_START", "7000")
                .containsEntry("X_PORT_7000_TCP_END", "tcp://172.17.0.5:7002")
                .containsEntry("X_PORT_7000_TCP_PORT_END", "7002")
                .doesNotContainKeys("X_PORT_80_TCP_START", "X_PORT_7003_UDP_START", "X_PORT_7001_TCP_START");
    }

    @Test
    void of_an_alias_only_the_hyphen_changes_and_without_ports_little_is_left() {
        assertThat(of("a.b-c", List.of())).containsExactlyEntriesOf(ordered("A.B_C_NAME=/web/a.b-c"));
        assertThat(of("9x", List.of("1/tcp"))).containsEntry("9X_PORT", "tcp://172.17.0.5:1");
    }

    private static Map<String, String> ordered(String... lines) {
        var map = new java.util.LinkedHashMap<String, String>();
        for (var line : lines) {
            map.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        return map;
    }
}
