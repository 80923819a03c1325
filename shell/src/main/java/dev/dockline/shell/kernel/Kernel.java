package dev.dockline.shell.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.shell.eval.Evaluator;
import dev.dockline.shell.eval.Piece;
import dev.dockline.shell.narrate.Complaint;
import dev.dockline.shell.notebook.Cells;
import dev.dockline.shell.prompt.Assistance;
import dev.dockline.shell.script.ExitCode;
import dev.dockline.shell.script.Script;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/** Answers a Jupyter client, until it or its parent process is gone. */
public final class Kernel {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long QUEUED_MILLIS = 20;
    private static final long PARENT_MILLIS = 1000;
    private static final int WIDTH = 80;

    private final Cells cells;
    private final Evaluator evaluator;
    private final Assistance assistance;
    private final String version;
    private final CountDownLatch over = new CountDownLatch(1);
    private Sockets sockets;
    private Input input;
    private int count;
    private boolean running;
    private Instant interruptedAt = Instant.MIN;

    /** Takes what runs cells, what knows the session, and the version to tell. */
    public Kernel(Cells cells, Evaluator evaluator, String version) {
        this.cells = cells;
        this.evaluator = evaluator;
        this.assistance = new Assistance(evaluator);
        this.version = version;
    }

    /** Serves the sockets that a connection file names until a client asks for the end, or the parent process dies. */
    public void run(Path connectionFile) throws IOException {
        try (var open = new Sockets(Connection.read(connectionFile))) {
            sockets = open;
            input = new Input(open);
            System.setIn(input);
            start("dockline-input", input::carry);
            start("dockline-heartbeat", open::beat);
            start("dockline-control", this::control);
            start("dockline-cells", this::shell);
            start("dockline-parent", this::watchParent);
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    // A client that was killed cannot ask for the end.
    private void watchParent() {
        var parent = System.getenv().getOrDefault("JPY_PARENT_PID", "");
        if (!parent.matches("[1-9][0-9]*")) {
            return;
        }
        try {
            while (ProcessHandle.of(Long.parseLong(parent))
                    .filter(ProcessHandle::isAlive)
                    .isPresent()) {
                Thread.sleep(PARENT_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        over.countDown();
    }

    private void control() {
        while (true) {
            sockets.receive(sockets.control())
                    .ifPresent(request -> around(request, () -> {
                        if (request.type().equals("interrupt_request")) {
                            interrupt(request);
                            sockets.reply(sockets.control(), request, "interrupt_reply", ok());
                        } else if (request.type().equals("shutdown_request")) {
                            shutDown(sockets.control(), request);
                        } else if (request.type().equals("kernel_info_request")) {
                            sockets.reply(sockets.control(), request, "kernel_info_reply", info());
                        }
                    }));
        }
    }

    private void shell() {
        while (true) {
            sockets.receive(sockets.shell()).ifPresent(request -> around(request, () -> answer(request)));
        }
    }

    private void around(Message request, Runnable work) {
        state(request, "busy");
        try {
            work.run();
        } finally {
            state(request, "idle");
        }
    }

    private void state(Message request, String state) {
        sockets.publish(request, "status", JSON.createObjectNode().put("execution_state", state));
    }

    private void answer(Message request) {
        switch (request.type()) {
            case "kernel_info_request" -> reply(request, info());
            case "execute_request" -> execute(request);
            case "complete_request" -> reply(request, completion(request.content()));
            case "inspect_request" -> reply(request, inspection(request.content()));
            case "is_complete_request" -> reply(request, completeness(request.content()));
            case "history_request" -> reply(request, with(ok(), "history", JSON.createArrayNode()));
            case "comm_info_request" -> reply(request, with(ok(), "comms", JSON.createObjectNode()));
            case "shutdown_request" -> shutDown(sockets.shell(), request);
            default -> {
                return;
            }
        }
    }

    private void reply(Message request, JsonNode content) {
        sockets.reply(sockets.shell(), request, request.type().replace("_request", "_reply"), content);
    }

    private void shutDown(org.zeromq.ZMQ.Socket socket, Message request) {
        evaluator.interrupt();
        sockets.reply(
                socket,
                request,
                "shutdown_reply",
                ok().put("restart", request.content().path("restart").asBoolean()));
        over.countDown();
    }

    private void execute(Message request) {
        var content = request.content();
        var silent = content.path("silent").asBoolean();
        if (!silent) {
            count++;
            sockets.publish(
                    request,
                    "execute_input",
                    JSON.createObjectNode()
                            .put("code", content.path("code").asText())
                            .put("execution_count", count));
        }
        var published = new Published(sockets, request, count);
        input.ask(request);
        var code = begin(request) ? run(content.path("code").asText(), published) : notBegun(published);
        end();
        var aborts = code.isPresent() && content.path("stop_on_error").asBoolean(true);
        // Before the answer: what is sent after it was sent by somebody who knows of the failure.
        var queued = aborts ? queued() : List.<Message>of();
        reply(request, outcome(code, published));
        queued.forEach(waiting -> around(waiting, () -> abort(waiting)));
    }

    /** An interrupt is for the cell that runs, or for one that was sent before it and is still on its way. */
    private synchronized void interrupt(Message request) {
        interruptedAt = request.date();
        if (running) {
            cells.interrupt();
        }
    }

    private synchronized boolean begin(Message request) {
        running = interruptedAt.isBefore(request.date()) || request.date().equals(Instant.EPOCH);
        return running;
    }

    private synchronized void end() {
        running = false;
        cells.ready();
    }

    private OptionalInt notBegun(Published published) {
        var piece = new Piece("In [" + count + "]", "", 1, true);
        published.error(Complaint.interrupted(piece, "Interrupted before it began."));
        return OptionalInt.of(ExitCode.INTERRUPTED);
    }

    private OptionalInt run(String code, Published published) {
        return cells.run(new Script("In [" + count + "]", code, Path.of("")), published);
    }

    private ObjectNode outcome(OptionalInt code, Published published) {
        var failure = published.failure();
        if (code.isEmpty() || failure == null) {
            var reply = ok().put("execution_count", count);
            reply.putArray("payload");
            reply.putObject("user_expressions");
            return reply;
        }
        return Published.error(JSON.createObjectNode().put("status", "error").put("execution_count", count), failure);
    }

    private List<Message> queued() {
        var queued = new ArrayList<Message>();
        while (sockets.comes(sockets.shell(), QUEUED_MILLIS)) {
            sockets.receive(sockets.shell()).ifPresent(queued::add);
        }
        return queued;
    }

    /** What was to run behind a cell that failed was meant to follow its success; what only asks is answered. */
    private void abort(Message waiting) {
        if (waiting.type().equals("execute_request")) {
            reply(waiting, JSON.createObjectNode().put("status", "aborted").put("execution_count", count));
        } else {
            answer(waiting);
        }
    }

    private ObjectNode completion(JsonNode content) {
        var text = content.path("code").asText();
        var offer = assistance.complete(text, offset(text, content));
        var reply = ok();
        var matches = reply.putArray("matches");
        offer.texts().forEach(matches::add);
        reply.put("cursor_start", text.codePointCount(0, offer.start()));
        reply.put("cursor_end", text.codePointCount(0, offer.end()));
        reply.putObject("metadata");
        return reply;
    }

    private ObjectNode inspection(JsonNode content) {
        var text = content.path("code").asText();
        var found = assistance.documentation(text, offset(text, content), WIDTH);
        var reply = ok().put("found", !found.isEmpty());
        var data = reply.putObject("data");
        if (!found.isEmpty()) {
            data.put("text/plain", found);
        }
        reply.putObject("metadata");
        return reply;
    }

    // Clients count code points.
    private static int offset(String text, JsonNode content) {
        var points = content.path("cursor_pos").asInt(text.codePointCount(0, text.length()));
        return text.offsetByCodePoints(0, Math.min(points, text.codePointCount(0, text.length())));
    }

    private ObjectNode completeness(JsonNode content) {
        var pieces = evaluator.split("cell", content.path("code").asText());
        var complete = pieces.isEmpty() || pieces.get(pieces.size() - 1).complete();
        return JSON.createObjectNode()
                .put("status", complete ? "complete" : "incomplete")
                .put("indent", "");
    }

    private ObjectNode info() {
        var reply = ok().put("protocol_version", "5.3")
                .put("implementation", "dockline")
                .put("implementation_version", version)
                .put("banner", "Dockline " + version);
        reply.putObject("language_info")
                .put("name", "java")
                .put("version", System.getProperty("java.specification.version"))
                .put("mimetype", "text/x-java-source")
                .put("file_extension", ".jsh")
                .put("pygments_lexer", "java")
                .put("codemirror_mode", "text/x-java");
        reply.putArray("help_links");
        return reply;
    }

    private static ObjectNode ok() {
        return JSON.createObjectNode().put("status", "ok");
    }

    private static ObjectNode with(ObjectNode reply, String name, JsonNode value) {
        reply.set(name, value);
        return reply;
    }
}
