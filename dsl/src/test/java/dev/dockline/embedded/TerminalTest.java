package dev.dockline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shell on a terminal, key by key: what is shown and what arrives. */
class TerminalTest {
    private static final String PROMPT = "/ # ";

    @TempDir
    Path folder;

    private EmbeddedEngine engine;
    private Path socket;
    private RawClient terminal;

    @BeforeEach
    void open() throws IOException {
        engine = EmbeddedEngine.start();
        socket = folder.resolve("docker.sock");
        engine.serve(socket);
        var id = post("/containers/create", """
                {"Image": "busybox", "Cmd": ["sh"], "Tty": true, "OpenStdin": true}""").replaceFirst("(?s).*\"Id\":\"([0-9a-f]{64})\".*", "$1");
        terminal = new RawClient(socket);
        terminal.send("POST /containers/" + id + "/attach?stream=1&stdin=1&stdout=1&stderr=1 HTTP/1.1\r\nHost: d\r\n"
                + "Connection: Upgrade\r\nUpgrade: tcp\r\n\r\n");
        terminal.until("\r\n\r\n");
        post("/containers/" + id + "/start", "");
        post("/containers/" + id + "/resize?h=33&w=77", "");
        assertThat(terminal.until(PROMPT)).isEqualTo(PROMPT);
    }

    @AfterEach
    void close() throws IOException {
        terminal.close();
        engine.close();
    }

    private String post(String path, String json) throws IOException {
        return RawClient.answer(
                socket,
                "POST " + path + " HTTP/1.1\r\nHost: d\r\nConnection: close\r\nContent-Length: " + json.length()
                        + "\r\n\r\n" + json);
    }

    private String typed(String keys) throws IOException {
        return terminal.send(keys).until(PROMPT);
    }

    @Test
    void keys_are_echoed_and_lines_answered() throws Exception {
        assertThat(typed("echo hi-$((1+1))\r")).isEqualTo("echo hi-$((1+1))\r\nhi-2\r\n" + PROMPT);
        assertThat(typed("stty size\r")).isEqualTo("stty size\r\n33 77\r\n" + PROMPT);
    }

    @Test
    void a_line_may_be_edited() throws Exception {
        assertThat(typed("echo ax\177b\r")).isEqualTo("echo ax\b \bb\r\nab\r\n" + PROMPT);
        assertThat(typed("echo one two\27three\r")).contains("\r\none three\r\n");
        assertThat(typed("nonsense\25echo all\r")).contains("\r\nall\r\n");
        assertThat(typed("\177\177echo start\r")).isEqualTo("echo start\r\nstart\r\n" + PROMPT);
        assertThat(typed("echo \303\244x\177\177b\r")).contains("\r\nb\r\n");
    }

    @Test
    void control_c_gives_a_fresh_line() throws Exception {
        assertThat(typed("rm -r /\3")).isEqualTo("rm -r /^C\r\n" + PROMPT);
        assertThat(typed("echo on\r")).contains("\r\non\r\n");
    }

    @Test
    void control_d_ends_what_reads() throws Exception {
        assertThat(typed("cat\rabc\r\4")).isEqualTo("cat\r\nabc\r\nabc\r\n" + PROMPT);
        terminal.send("\4");
        assertThat(terminal.rest()).isEmpty();
    }

    @Test
    void control_c_ends_what_runs_and_leaves_the_shell() throws Exception {
        terminal.send("sleep 100; echo after\r").until("after\r\n");
        Thread.sleep(300);
        assertThat(typed("\3")).isEqualTo("^C\r\n" + PROMPT);
        assertThat(typed("echo $?\r")).isEqualTo("echo $?\r\n130\r\n" + PROMPT);
        terminal.send("for i in 1 2 3; do sh -c 'sleep 100; echo $i'; done\r").until("done\r\n");
        Thread.sleep(300);
        assertThat(typed("\3")).isEqualTo("^C\r\n" + PROMPT);
        terminal.send("while true; do :; done\r").until("done\r\n");
        Thread.sleep(300);
        assertThat(typed("\3")).isEqualTo("^C\r\n" + PROMPT);
        terminal.send("cat | cat\r").until("cat\r\n");
        Thread.sleep(300);
        assertThat(typed("\3")).isEqualTo("^C\r\n" + PROMPT);
        assertThat(typed("echo on\r")).isEqualTo("echo on\r\non\r\n" + PROMPT);
    }
}
