package dev.dockline.engine;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import dev.dockline.error.EngineRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A connection on which input goes to a program while its output comes back, and on which the input alone can end.
 *
 * <p>docker-java never delivers the end of standard input, on any engine: its transports do not close one half.
 */
public final class Duplex implements AutoCloseable {
    private static final int PIPE = 1 << 16;

    private final InputStream in;
    private final OutputStream out;
    private final AutoCloseable below;

    private Duplex(InputStream in, OutputStream out, AutoCloseable below) {
        this.in = in;
        this.out = out;
        this.below = below;
    }

    /**
     * Sends a request and takes the connection over.
     *
     * @param path the path without the version
     * @param json the body
     * @throws DockerException if the engine refuses
     * @throws EngineRefused if the way to the engine cannot be closed by halves, as with TLS
     */
    static Duplex open(Engine engine, String path, String json) {
        engine.gate().pass("POST", path);
        try {
            return engine.address().isEmbedded() ? inProcess(engine, path, json) : overSocket(engine, path, json);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    // An engine in this process reads the input as a stream, whose end is an end.
    private static Duplex inProcess(Engine engine, String path, String json) throws IOException {
        var out = new PipedOutputStream();
        var request = Request.builder()
                .method(Request.Method.POST)
                .path("/v" + engine.api() + path)
                .putHeader("Content-Type", "application/json")
                .bodyBytes(json.getBytes(StandardCharsets.UTF_8))
                .hijackedInput(new PipedInputStream(out, PIPE))
                .build();
        Response response = engine.http().execute(request);
        if (response.getStatusCode() >= 400) {
            throw Engine.refusal(response);
        }
        return new Duplex(response.getBody(), out, response);
    }

    private static Duplex overSocket(Engine engine, String path, String json) throws IOException {
        var wire = Wire.to(engine.address());
        try {
            var body = json.getBytes(StandardCharsets.UTF_8);
            wire.send(
                    "POST /v" + engine.api() + path,
                    "Connection: Upgrade",
                    "Upgrade: tcp",
                    "Content-Type: application/json",
                    "Content-Length: " + body.length);
            wire.out().write(body);
            wire.requireAccepted();
            return new Duplex(wire.in(), wire.out(), wire);
        } catch (IOException | RuntimeException e) {
            wire.close();
            throw e;
        }
    }

    /** What the program writes, framed unless it has a terminal. */
    public InputStream output() {
        return in;
    }

    /** Takes what the program is to read. */
    public OutputStream input() {
        return out;
    }

    /** Ends the input; the output goes on. */
    public void endInput() throws IOException {
        if (below instanceof Wire wire) {
            wire.endOutput();
        } else {
            out.close();
        }
    }

    @Override
    public void close() {
        try {
            out.close();
            below.close();
        } catch (Exception e) {
            // It is being given up; how that went is of no use to anyone.
        }
    }
}
