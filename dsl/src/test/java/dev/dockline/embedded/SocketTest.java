package dev.dockline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API on a socket, as clients of any kind find it, the rude ones among them. */
class SocketTest {
    private static final String CLOSE = " HTTP/1.1\r\nHost: d\r\nConnection: close\r\n\r\n";

    @TempDir
    Path folder;

    private EmbeddedEngine engine;
    private Path socket;
    private AutoCloseable served;

    @BeforeEach
    void serve() throws IOException {
        engine = EmbeddedEngine.start();
        socket = folder.resolve("made/docker.sock");
        served = engine.serve(socket);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static String post(String path, String json) {
        return "POST " + path + " HTTP/1.1\r\nHost: d\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + json.length() + "\r\n\r\n" + json;
    }

    private String answer(String request) throws IOException {
        return RawClient.answer(socket, request);
    }

    private String made(String json) throws IOException {
        return answer(post("/containers/create", json)).replaceFirst("(?s).*\"Id\":\"([0-9a-f]{64})\".*", "$1");
    }

    @Test
    void it_is_for_its_owner_alone_and_goes_with_the_server() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())))
                .isEqualTo("rwx------");
        assertThat(socket.getParent()).isDirectoryContaining(socket::equals);
        served.close();
        assertThat(socket.getParent()).isEmptyDirectory();
    }

    @Test
    void what_is_at_its_path_stays_unless_it_is_a_dead_socket() throws Exception {
        assertThatThrownBy(() -> engine.serve(socket))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("somebody listens there already");
        var file = Files.writeString(folder.resolve("file"), "precious");
        assertThatThrownBy(() -> engine.serve(file)).hasMessageContaining("it is there, and no socket");
        assertThat(file).hasContent("precious");
        var dead = folder.resolve("dead.sock");
        try (var server = java.nio.channels.ServerSocketChannel.open(java.net.StandardProtocolFamily.UNIX)) {
            server.bind(java.net.UnixDomainSocketAddress.of(dead));
        }
        engine.serve(dead);
        assertThat(RawClient.answer(dead, "GET /_ping" + CLOSE)).endsWith("OK");
    }

    @Test
    void ping_tells_who_answers() throws Exception {
        assertThat(answer("GET /_ping" + CLOSE))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .containsIgnoringCase("Api-Version: 1.51\r\n")
                .containsIgnoringCase("Ostype: linux\r\n")
                .endsWith("\r\n\r\nOK");
        assertThat(answer("HEAD /v1.41/_ping" + CLOSE)).endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /nowhere | 404 | page not found",
                "GET /v1.99/info | 400 | client version 1.99 is too new. Maximum supported API version is 1.51",
                "GET /v1.10/info | 400 | client version 1.10 is too old. Minimum supported API version is 1.24",
                "GET /containers/none/json | 404 | No such container: none",
                "POST /containers/none/attach?stream=1 | 404 | No such container: none",
                "DELETE /volumes/none | 404 | get none: no such volume",
            })
    void refusals_have_dockers_shape(String request, int status, String message) throws Exception {
        assertThat(answer(request + CLOSE))
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("Content-Type: application/json")
                .contains("{\"message\":\"" + message);
    }

    @Test
    void bodies_that_are_no_json() throws Exception {
        assertThat(answer(post("/containers/create", "{\"Image\": ")))
                .contains(" 400 ")
                .contains("invalid JSON");
        assertThat(answer(post("/containers/create", "[]"))).contains(" 400 ").contains("invalid JSON");
        assertThat(answer(post("/containers/create", ""))).contains(" 400 ").contains("invalid JSON");
        assertThat(answer(post("/volumes/create", "{\"Name\": \"" + "x".repeat(9 << 20) + "\"}")))
                .contains(" 400 ")
                .contains("invalid JSON: it is longer than 8388608 bytes");
        var cut = new RawClient(socket)
                .send(post("/volumes/create", "{\"Name\": \"cut\"}").replace("}", ""));
        assertThat(cut.end().rest()).contains(" 400 ").contains("invalid JSON");
        assertThat(answer("GET /volumes" + CLOSE)).doesNotContain("cut");
    }

    @Test
    void what_is_no_http() throws Exception {
        assertThat(answer("GARBAGE\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(answer("GET /_ping HTTP/1.1\r\nX: " + "x".repeat(100_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void requests_on_one_connection_are_answered_in_order() throws Exception {
        try (var client = new RawClient(socket)) {
            client.send("GET /_ping HTTP/1.1\r\nHost: d\r\n\r\n");
            assertThat(client.until("OK")).startsWith("HTTP/1.1 200 OK");
            client.send("GET /nowhere HTTP/1.1\r\nHost: d\r\n\r\nGET /_ping" + CLOSE);
            assertThat(client.rest()).containsSubsequence("HTTP/1.1 404 ", "HTTP/1.1 200 OK", "OK");
        }
    }

    @Test
    void a_connection_that_a_program_has_taken_over_ends_by_halves() throws Exception {
        var id = made("""
                {"Image": "busybox", "Cmd": ["sh", "-c", "cat; echo end"], "OpenStdin": true, "StdinOnce": true}""");
        try (var client = new RawClient(socket)) {
            client.send("POST /containers/" + id + "/attach?stream=1&stdin=1&stdout=1 HTTP/1.1\r\nHost: d\r\n"
                    + "Connection: Upgrade\r\nUpgrade: tcp\r\n\r\n");
            assertThat(client.until("\r\n\r\n")).startsWith("HTTP/1.1 101 UPGRADED\r\n");
            answer(post("/containers/" + id + "/start", ""));
            client.send("hello\n");
            assertThat(client.until("hello\n")).isEqualTo("\1\0\0\0\0\0\0\6hello\n");
            client.end();
            assertThat(client.rest()).isEqualTo("\1\0\0\0\0\0\0\4end\n");
        }
    }

    @Test
    void who_hangs_up_leaves_no_thread_behind() throws Exception {
        var id = made("""
                {"Image": "training/webapp"}""");
        answer(post("/containers/" + id + "/start", ""));
        int before = threads();
        var clients = new ArrayList<RawClient>();
        for (var path : new String[] {
            "GET /events", "GET /containers/" + id + "/logs?follow=1&stdout=1", "POST /containers/" + id + "/wait"
        }) {
            clients.add(new RawClient(socket).send(path + " HTTP/1.1\r\nHost: d\r\n\r\n"));
        }
        clients.add(new RawClient(socket).send("GET /_ping HT"));
        await().until(() -> threads() > before + 3);
        for (var client : clients) {
            client.close();
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> threads() <= before);
    }

    // Threads that wait for work are kept for a minute, and are nobody's.
    private static int threads() {
        return (int) Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("dockline-"))
                .filter(thread -> java.util.Arrays.stream(thread.getValue())
                        .noneMatch(frame -> frame.getMethodName().equals("getTask")))
                .count();
    }

    @Test
    void a_thousand_connections_at_once() throws Exception {
        var clients = new ArrayList<RawClient>();
        for (int i = 0; i < 1000; i++) {
            clients.add(new RawClient(socket));
        }
        for (var client : clients) {
            client.send("GET /_ping" + CLOSE);
        }
        for (var client : clients) {
            assertThat(client.rest()).endsWith("OK");
            client.close();
        }
    }
}
