package dev.dockline.embedded.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.embedded.io.Pipe;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer. A streamed one has a pipe, and perhaps a writer that fills it while it is read. */
final class Reply {
    static final String RAW = "application/vnd.docker.raw-stream";
    static final String MULTIPLEXED = "application/vnd.docker.multiplexed-stream";
    static final String JSON = "application/json";

    /** Fills a stream, on a thread of the engine that is interrupted when the client hangs up. */
    @FunctionalInterface
    interface Writer {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    private final int status;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final byte[] bytes;
    private final Pipe pipe;
    private final Writer writer;
    private Runnable onClose = () -> {};

    private Reply(int status, String type, byte[] bytes, Pipe pipe, Writer writer) {
        this.status = status;
        this.bytes = bytes;
        this.pipe = pipe;
        this.writer = writer;
        if (!type.isEmpty()) header("Content-Type", type);
        if (bytes != null && status != 204 && status != 304) header("Content-Length", String.valueOf(bytes.length));
    }

    static Reply json(int status, JsonNode body) {
        return new Reply(status, JSON, Json.bytes(body), null, null);
    }

    static Reply ok(JsonNode body) {
        return json(200, body);
    }

    static Reply nothing() {
        return new Reply(204, "", new byte[0], null, null);
    }

    static Reply empty() {
        return new Reply(200, "", new byte[0], null, null);
    }

    static Reply text(String text) {
        return new Reply(200, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), null, null);
    }

    static Reply refused(Refused refused) {
        if (refused.status() == 304) return new Reply(304, "", new byte[0], null, null);
        return json(refused.status(), Json.object().put("message", refused.getMessage()));
    }

    static Reply stream(String type, Writer writer) {
        return new Reply(200, type, null, new Pipe(), writer);
    }

    /** A stream that someone else fills and ends. */
    static Reply stream(int status, String type, Pipe pipe) {
        return new Reply(status, type, null, pipe, null);
    }

    Reply header(String name, String value) {
        headers.put(name, List.of(value));
        return this;
    }

    Reply onClose(Runnable action) {
        onClose = action;
        return this;
    }

    int status() {
        return status;
    }

    Map<String, List<String>> headers() {
        return headers;
    }

    InputStream body() {
        return pipe == null ? new ByteArrayInputStream(bytes) : pipe.in();
    }

    /** Null where nothing has to be written. */
    Writer writer() {
        return writer;
    }

    Pipe pipe() {
        return pipe;
    }

    /** The client has hung up. */
    void close() {
        if (pipe != null) pipe.close();
        onClose.run();
    }
}
