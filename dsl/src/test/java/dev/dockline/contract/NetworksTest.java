package dev.dockline.contract;

import static dev.dockline.Dockline.ANY_EXIT;
import static dev.dockline.Dockline.FORCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dockline.Network;
import dev.dockline.error.NetworkDiffers;
import dev.dockline.error.NetworkInUse;
import dev.dockline.state.NetworkState;
import java.net.ConnectException;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Networks of one's own, and the default bridge. */
class NetworksTest extends EngineContract {
    @Test
    void the_default_bridge_is_listed_with_its_subnet() {
        assertThat(docker.networks().states()).anySatisfy(network -> {
            assertThat(network.name()).isEqualTo("bridge");
            assertThat(network.driver()).isEqualTo("bridge");
            assertThat(network.subnet()).matches("[0-9.]+/\\d+");
        });
    }

    @Test
    void containers_of_a_network_know_each_other_by_name() {
        var lab = docker.network(name("lab")).create().create();
        var db = up(idle("db").network(lab));
        var ping = docker.container().image("training/webapp").network(lab).call("ping", "-c", "1", name("db"));
        assertThat(ping.out()).contains("64 bytes from ", db.state().addresses().get(name("lab")));
        db.stop().remove();
    }

    @Test
    void a_network_with_a_running_member_is_not_removed() {
        var lab = docker.network(name("lab")).create();
        var web = up(idle("web").network(lab));
        assertThat(failure(lab::remove, NetworkInUse.class))
                .startsWith("Cannot remove network \"lab\": ")
                .endsWith("Try: stop or remove its containers first, then network(\"lab\").remove()");
        web.stop().remove();
    }

    @Test
    void a_running_container_joins_under_another_name_and_leaves_again() {
        var lab = docker.network(name("lab")).create();
        var db = idle("db").run();
        lab.connect(db, "database").connect(db);
        assertThat(db.state().addresses()).containsKey(lab.name());
        var ping = docker.container().image("training/webapp").network(lab).call("ping", "-c", "1", "database");
        assertThat(ping.out()).contains("1 packets transmitted, 1 ");
        lab.disconnect(db).disconnect(db);
        assertThat(db.state().addresses()).doesNotContainKey(lab.name());
    }

    @Test
    void who_is_on_no_common_network_is_not_reached() throws Exception {
        assumeFalse(docker.engine().product().equals("Podman"), "Podman lets one network reach another");
        var one = docker.network(name("one")).create();
        var other = docker.network(name("other")).create();
        var web = up(idle("web").network(one));
        var plain = up(idle("plain"));
        assertThat(asked(one, web.address())).isEqualTo("Hello world!");
        var unknown = docker.container()
                .image("training/webapp")
                .network(other)
                .call(ANY_EXIT, "ping", "-c", "1", web.name());
        assertThat(unknown.exitCode()).isNotZero();
        assertThat(asked(other, web.address())).isEmpty();
        assertThat(asked(other, plain.address())).isEmpty();
        var linked = docker.container()
                .image("busybox")
                .link(plain, "plain")
                .call("sh", "-c", "wget -q -O - http://$PLAIN_PORT_5000_TCP_ADDR:5000/");
        assertThat(linked.out().strip()).isEqualTo("Hello world!");
        assertThat(List.of(web.ports().toString(), plain.ports().toString())).noneMatch(ports -> ports.contains("→"));
        var host = System.getenv().getOrDefault("DOCKLINE_PORTS_AT", "127.0.0.1");
        assertThatThrownBy(() -> new Socket(host, 5000).close()).isInstanceOf(ConnectException.class);
    }

    // Where nothing is answered, nothing refuses either: whoever asks would wait for minutes.
    private String asked(Network from, String host) throws InterruptedException {
        var asking = docker.container()
                .image("busybox")
                .network(from)
                .run("wget", "-q", "-O", "-", "http://" + host + ":5000/");
        for (int tries = 0; tries < 20 && asking.state().running(); tries++) {
            Thread.sleep(100);
        }
        var answer = asking.state().exitCode() == 0 ? asking.logs().strip() : "";
        asking.remove(FORCE);
        return answer;
    }

    @Test
    void a_subnet_and_a_gateway_of_ones_own() {
        var lab = docker.network(name("lab"))
                .subnet("10.213.7.0/24")
                .gateway("10.213.7.9")
                .label("stage", "test")
                .create();
        assertThat(lab.state().subnet()).isEqualTo("10.213.7.0/24");
        assertThat(lab.state().gateway()).isEqualTo("10.213.7.9");
        assertThat(docker.networks().labelled("stage").states())
                .extracting(NetworkState::name)
                .contains(lab.name());
        var web = idle("web").network(lab).run();
        assertThat(web.address()).startsWith("10.213.7.");
        assertThat(lab.containers()).hasSize(1);
        docker.network(lab.name()).create();
        assertThat(failure(
                        () -> docker.network(lab.name()).subnet("10.213.8.0/24").create(), NetworkDiffers.class))
                .isEqualTo("Cannot create network \"lab\": it is there already, with subnet 10.213.7.0/24.\n"
                        + "Try: network(\"lab\") as it is, or network(\"lab\").remove() first");
        web.remove(dev.dockline.Dockline.FORCE);
    }
}
