package dev.dockline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.dockline.Docker;
import dev.dockline.error.EngineUnreachable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine that is named and not there is an error with its reason, exit code 4, never another engine. */
class UnreachableTest {
    private static void refused(String url, String why, String next) {
        assertThatThrownBy(() -> Docker.connect(url))
                .isInstanceOfSatisfying(
                        EngineUnreachable.class, e -> assertThat(e.exitCode()).isEqualTo(4))
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
    void an_engine_newer_than_this_is_spoken_to_in_the_newest_words_known() throws Exception {
        var asked = new ArrayList<String>();
        var server = answering("1.99", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            answer(exchange, 200, exchange.getRequestURI().getPath().endsWith("/json") ? "[]" : "{}");
        });
        try (var docker =
                Docker.connect("tcp://127.0.0.1:" + server.getAddress().getPort())) {
            assertThat(docker.containers()).isEmpty();
            assertThat(asked).contains("/v1.51/containers/json");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void an_engine_that_no_longer_knows_these_words() throws Exception {
        var server = answering(
                "1.99",
                exchange -> answer(
                        exchange,
                        400,
                        "{\"message\":\"client version 1.51 is too old. Minimum supported API version is 1.60,"
                                + " please upgrade your client to a newer version\"}"));
        var url = "tcp://127.0.0.1:" + server.getAddress().getPort();
        try (var docker = Docker.connect(url)) {
            assertThatThrownBy(docker::containers)
                    .isInstanceOf(EngineUnreachable.class)
                    .hasMessage("Cannot list containers: the engine at " + url
                            + " speaks API 1.60 and newer, and this Dockline up to 1.51.\n"
                            + "Try: a newer Dockline, or an engine that still speaks 1.51");
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer answering(String api, HttpHandler handler) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/_ping", exchange -> {
            exchange.getResponseHeaders().set("Api-Version", api);
            exchange.getResponseHeaders().set("Server", "Docker/99.0.0 (linux)");
            answer(exchange, 200, "OK");
        });
        server.createContext("/", handler);
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.sendResponseHeaders(status, body.length());
        exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    @Test
    void what_is_no_address() {
        assertThatThrownBy(() -> Docker.connect("http://x"))
                .hasMessage("Cannot use engine \"http://x\" (named): it is no address of an engine.\n"
                        + "Try: --engine unix:///var/run/docker.sock, or tcp://host:2375, or embedded");
    }
}
