package dev.dockline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dockline.Container;
import dev.dockline.error.NotPublished;
import dev.dockline.error.PageFailed;
import dev.dockline.error.PortTaken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** Publishing ports, row by row of the book's scenarios. */
class PortsTest extends EngineContract {
    private Container web() {
        return container("web").image("training/webapp");
    }

    @Test
    void p1_publish_all_and_the_page_answers() throws Exception {
        var web = web().publishAll().run("python", "app.py");
        assertThat(docker.latest().ports()).anyMatch(port -> port.container() == 5000 && port.published());
        assertThat(page(web.url(5000))).isEqualTo("Hello world!");
    }

    @Test
    void the_page_greets_its_provider() throws Exception {
        var web = web().publish(5000).env("PROVIDER", "Dockline").run("python", "app.py");
        assertThat(page(web.url(5000))).isEqualTo("Hello Dockline!");
        assertThat(web.page(5000)).isEqualTo("Hello Dockline!");
        var silent = container("silent").image("busybox").publish(80).run("sleep", "60");
        assertThat(failure(() -> silent.page(80), PageFailed.class))
                .startsWith("Cannot get a page of container \"silent\": http://")
                .endsWith("Try: readyOnHttp(80, \"/\") in the declaration, and logs() for what it says");
    }

    @Test
    void p2_logs_tell_that_it_runs() throws Exception {
        var web = web().publish(5000).run("python", "app.py");
        page(web.url(5000));
        assertThat(web.logs()).contains(" * Running on http://0.0.0.0:5000/");
    }

    @Test
    void p3_a_port_of_the_host() {
        int port = freePort();
        var web = web().publish(port, 5000).run("python", "app.py");
        assertThat(web.port(5000)).endsWith(":" + port);
    }

    @Test
    void p4_one_address_and_a_port() {
        int port = freePort();
        var web = web().publish("127.0.0.1:" + port + ":5000").run("python", "app.py");
        assertThat(web.port(5000)).isEqualTo("127.0.0.1:" + port);
        assertThat(web.ports()).hasSize(1);
    }

    @Test
    void p5_one_address_and_any_port() {
        var web = web().publish("127.0.0.1::5000").run("python", "app.py");
        assertThat(web.port(5000)).matches("127\\.0\\.0\\.1:\\d{4,5}");
    }

    @Test
    void p6_udp() {
        int port = freePort();
        var web = web().publish("127.0.0.1:" + port + ":5000/udp").run("python", "app.py");
        assertThat(web.ports().toString()).contains("127.0.0.1:" + port + "→5000/udp");
    }

    @Test
    void p7_what_is_not_published_is_told() {
        var web = web().publish("127.0.0.1::5000").run("python", "app.py");
        assertThat(failure(() -> web.port(80), NotPublished.class))
                .isEqualTo("Cannot see port 80 of container \"web\": port 80 is not published; published are "
                        + web.port(5000) + "→5000/tcp.\nTry: publish(80) before run(), or ports() to see what is");
    }

    @Test
    void p8_several_ports() {
        int port = freePort();
        var web = web().publish("127.0.0.1::5000")
                .publish("127.0.0.1:" + port + ":80")
                .run("python", "app.py");
        assertThat(web.port(80)).isEqualTo("127.0.0.1:" + port);
        assertThat(web.port(5000)).isNotEqualTo(web.port(80));
    }

    @Test
    void p9_a_port_that_is_taken_names_its_holder_and_leaves_nothing() {
        int port = freePort();
        container("first")
                .image("training/webapp")
                .publish("127.0.0.1:" + port + ":5000")
                .run();
        assertThat(failure(() -> web().publish("127.0.0.1:" + port + ":5000").run(), PortTaken.class))
                .isEqualTo("Cannot run container \"web\": host port " + port
                        + " is taken by container \"first\" (running).\nTry: container(\"first\").stop(), or"
                        + " publish(CONTAINER_PORT) for any free host port");
        assertThat(exists("web")).isFalse();
    }

    @Test
    void p9_a_port_that_another_program_holds() throws IOException {
        assumeTrue(System.getenv("DOCKLINE_PORTS_AT") == null, "the engine is not on this host");
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertThat(failure(
                            () -> web().publish("127.0.0.1:" + port + ":5000").run(), PortTaken.class))
                    .isEqualTo("Cannot run container \"web\": host port " + port
                            + " is taken by another program on the engine's host.\n"
                            + "Try: publish(CONTAINER_PORT) for any free host port, or another number");
        }
        assertThat(exists("web")).isFalse();
    }

    @Test
    void p10_any_free_port() {
        assertThat(web().publish(5000).run().port(5000)).matches(".*:\\d{4,5}");
    }

    @Test
    void ports_are_gone_while_it_is_stopped() {
        var web = up(web().publish(5000));
        assertThat(web.stop().ports()).isEmpty();
        assertThat(web.start().ports()).isNotEmpty();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
