package dev.dockline.shell.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.shell.Run;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** A client of Jupyter's protocol, and the kernel that it started. */
final class Client implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 60;
    private static final int SOCKETS = 5;

    final Process kernel;
    private final ZContext context = new ZContext();
    private final Signed signed = new Signed("secret");
    private final ZMQ.Socket shell;
    private final ZMQ.Socket control;
    private final ZMQ.Socket stdin;
    private final Path err;
    private final LinkedBlockingQueue<Message> published = new LinkedBlockingQueue<>();

    Client(Path folder, Map<String, String> environment) throws Exception {
        var ports = freePorts();
        var file = folder.resolve("connection.json");
        JSON.writeValue(file.toFile(), connection(ports));
        var variables = new TreeMap<>(environment);
        variables.put("DOCKER_HOST", "embedded");
        err = folder.resolve("err");
        kernel =
                Run.start(folder, variables, Run.command("kernel", "run", file.toString()), folder.resolve("out"), err);
        shell = connected(SocketType.DEALER, ports.get(0));
        control = connected(SocketType.DEALER, ports.get(1));
        stdin = connected(SocketType.DEALER, ports.get(3));
        var news = connected(SocketType.SUB, ports.get(2));
        news.subscribe("");
        var listening = new Thread(() -> listen(news), "client");
        listening.setDaemon(true);
        listening.start();
        // What is published before the subscription has arrived is lost: asked until it is heard.
        do {
            send(shell, "kernel_info_request", JSON.createObjectNode());
            reply();
        } while (published.poll(500, TimeUnit.MILLISECONDS) == null);
        while (published.poll(300, TimeUnit.MILLISECONDS) != null) {
            // Of what was asked for until now nothing is of interest.
        }
    }

    // All are held until all are found, or one might be found twice.
    private static List<Integer> freePorts() throws IOException {
        var held = new ArrayList<ServerSocket>();
        for (var i = 0; i < SOCKETS; i++) {
            held.add(new ServerSocket(0));
        }
        for (var socket : held) {
            socket.close();
        }
        return held.stream().map(ServerSocket::getLocalPort).toList();
    }

    static ObjectNode connection(List<Integer> ports) {
        return JSON.createObjectNode()
                .put("ip", "127.0.0.1")
                .put("transport", "tcp")
                .put("key", "secret")
                .put("signature_scheme", "hmac-sha256")
                .put("shell_port", ports.get(0))
                .put("control_port", ports.get(1))
                .put("iopub_port", ports.get(2))
                .put("stdin_port", ports.get(3))
                .put("hb_port", ports.get(4));
    }

    private ZMQ.Socket connected(SocketType type, int port) {
        var socket = context.createSocket(type);
        socket.setReceiveTimeOut(PATIENCE_SECONDS * 1000);
        // As Jupyter's clients do: who asked for a cell is known by its name at every socket.
        socket.setIdentity("client".getBytes(StandardCharsets.UTF_8));
        socket.connect("tcp://127.0.0.1:" + port);
        return socket;
    }

    private void listen(ZMQ.Socket news) {
        try {
            while (true) {
                var frames = frames(news);
                if (!frames.isEmpty()) {
                    signed.message(frames).ifPresent(published::add);
                }
            }
        } catch (RuntimeException closed) {
            return;
        }
    }

    private static List<byte[]> frames(ZMQ.Socket socket) {
        var frames = new ArrayList<byte[]>();
        do {
            var frame = socket.recv();
            if (frame == null) {
                return List.of();
            }
            frames.add(frame);
        } while (socket.hasReceiveMore());
        return frames;
    }

    private void send(ZMQ.Socket socket, String type, JsonNode content) {
        var frames = signed.frames(List.of(), type, null, content);
        for (var i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
        }
    }

    /** Asks to run a cell, and does not wait. */
    void execute(String code) {
        ask(
                "execute_request",
                JSON.createObjectNode().put("code", code).put("silent", false).put("allow_stdin", true));
    }

    void ask(String type, ObjectNode content) {
        send(shell, type, content);
    }

    void garbage() {
        shell.send("no message".getBytes(StandardCharsets.UTF_8));
    }

    /** What is answered next. */
    JsonNode reply() {
        return reply(shell);
    }

    JsonNode control(String type) {
        send(control, type, JSON.createObjectNode());
        return reply(control);
    }

    /** What the kernel asks of the user. */
    JsonNode question() {
        return reply(stdin);
    }

    void answer(String line) {
        send(stdin, "input_reply", JSON.createObjectNode().put("value", line));
    }

    private JsonNode reply(ZMQ.Socket socket) {
        var frames = frames(socket);
        assertThat(frames).as("an answer of a kernel that says: %s", said()).isNotEmpty();
        return signed.message(frames).orElseThrow().content();
    }

    private String said() {
        try {
            return Files.readString(err);
        } catch (IOException e) {
            return e.toString();
        }
    }

    JsonNode run(String code) {
        execute(code);
        return reply();
    }

    /** What was published until the kernel is idle again, but for its state and the input. */
    List<Message> outputs() throws InterruptedException {
        var outputs = new ArrayList<Message>();
        while (true) {
            var message = published.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(message).as("something published").isNotNull();
            if (message.content().path("execution_state").asText().equals("idle")) {
                return outputs;
            } else if (!message.type().equals("status") && !message.type().equals("execute_input")) {
                outputs.add(message);
            }
        }
    }

    /** Waits until that was printed. */
    void awaitPrinted(String text) throws InterruptedException {
        for (var seen = ""; !seen.contains(text); ) {
            var message = published.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(message).as("printed: " + text).isNotNull();
            seen += message.content().path("text").asText();
        }
    }

    @Override
    public void close() {
        kernel.destroyForcibly();
        context.close();
    }
}
