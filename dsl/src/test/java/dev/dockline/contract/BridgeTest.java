package dev.dockline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dockline.view.Style;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The bridge, its subnet and gateway, and who is on it. */
class BridgeTest extends EngineContract {
    @Test
    void b1_subnet_and_gateway() {
        idle("web").run();
        var bridge = docker.bridge().now();
        assertThat(bridge.device()).isIn("docker0", "podman0");
        assertThat(bridge.subnet()).matches("\\d+(\\.\\d+){3}/\\d+");
        assertThat(bridge.gateway()).matches("\\d+(\\.\\d+){3}");
    }

    @Test
    void b2_each_container_has_an_address_and_a_mac() {
        var web = idle("web").run();
        var bridge = docker.bridge().now();
        var end = bridge.ends().stream()
                .filter(e -> e.container().equals(web.name()))
                .findFirst()
                .orElseThrow();
        assertThat(web.state().addresses().values()).contains(end.address());
        assertThat(end.mac()).matches("[0-9a-f]{2}(:[0-9a-f]{2}){5}");
        if (!bridge.unseen().isEmpty()) {
            assertThat(end.veth()).isEmpty();
            assertThat(docker.bridge().table().toString()).contains(end.mac()).doesNotContain("HOST'S END");
        }
    }

    @Test
    void b2_the_hosts_end_of_each_container_is_an_interface_of_the_host() {
        idle("web").run();
        var bridge = docker.bridge().now();
        if (engine.isEmbedded()) {
            // Another engine of this host may have a docker0.
            assertThat(bridge.unseen()).isNotEmpty();
            assertThat(bridge.ends()).isNotEmpty().allMatch(end -> end.veth().isEmpty());
            return;
        }
        assumeTrue(bridge.unseen().isEmpty(), bridge.unseen());
        assertThat(bridge.ends())
                .isNotEmpty()
                .allSatisfy(end -> assertThat(Path.of("/sys/class/net", end.veth(), "ifindex"))
                        .exists());
    }

    @Test
    void b3_the_picture_has_networks_addresses_links_and_volumes() {
        var db = up(container("db").image("training/postgres").volume("/dbdata"));
        var web = up(idle("web").publish(5000).link(db, "db"));
        var lab = docker.network(name("lab")).create();
        lab.connect(web);
        var picture = docker.topology().toString();
        assertThat(picture.lines())
                .anyMatch(line -> line.contains(db.name()) && line.contains(db.address()) && line.contains("5432/tcp"))
                .anyMatch(line -> line.contains(web.name())
                        && line.contains(":" + web.port(5000).replaceFirst(".*:", "") + "→5000/tcp"))
                .anyMatch(line -> line.contains("link → " + db.name() + " as db"))
                .anyMatch(line -> line.contains("volume ") && line.contains(" → /dbdata"))
                .anyMatch(line -> line.startsWith(lab.name() + "  "))
                .anyMatch(line -> line.contains(web.name()) && line.endsWith("(as above)"));
        var narrow = docker.topology().render(new Style(80, false, true));
        assertThat(narrow.lines())
                .allMatch(line -> line.length() <= 80 && line.chars().allMatch(c -> c < 128));
    }
}
