package dev.dockline.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.dockline.Docker;
import dev.dockline.error.EngineUnreachable;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine that is named and not there is an error with its reason, exit code 4, never another engine. */
class UnreachableTest {
    private static void refused(String url, String why, String next) {
        assertThatThrownBy(() -> Docker.connect(url))
                .isInstanceOfSatisfying(
                        EngineUnreachable.class,
                        e -> org.assertj.core.api.Assertions.assertThat(e.exitCode())
                                .isEqualTo(4))
                .hasMessage("Cannot reach the engine at " + url + " (named): " + why + ".\nTry: " + next);
    }

    @Test
    void a_socket_that_is_not_there(@TempDir Path folder) {
        refused(
                "unix://" + folder.resolve("none.sock"),
                "there is no such socket",
                "sudo systemctl start docker; or --engine embedded to do without");
    }

    @Test
    void a_socket_that_nobody_listens_at(@TempDir Path folder) throws Exception {
        var path = folder.resolve("dead.sock");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
        }
        refused(
                "unix://" + path,
                "nobody listens there: connection refused",
                "sudo systemctl start docker; or --engine embedded to do without");
    }

    @Test
    void a_port_that_nobody_listens_at() {
        refused(
                "tcp://127.0.0.1:1",
                "nobody listens there: connection refused",
                "docker -H tcp://127.0.0.1:1 version, to see whether it is up; or --engine embedded to do without");
    }

    @Test
    void a_server_that_is_no_engine() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            refused(
                    "tcp://127.0.0.1:" + server.getAddress().getPort(),
                    "what answers there is no Docker engine (status 404 to a ping)",
                    "--engine URL with the address of an engine");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void what_is_no_address() {
        assertThatThrownBy(() -> Docker.connect("http://x"))
                .hasMessage("Cannot use engine \"http://x\" (named): it is no address of an engine.\n"
                        + "Try: --engine unix:///var/run/docker.sock, or tcp://host:2375, or embedded");
    }
}
