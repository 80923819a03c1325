package dev.dockline.embedded.api;

import com.github.dockerjava.transport.DockerHttpClient;
import dev.dockline.embedded.io.Threads;
import dev.dockline.embedded.model.Refused;
import dev.dockline.embedded.runtime.Daemon;
import java.io.InputStream;
import java.util.concurrent.ExecutorService;

/**
 * Answers requests, from this process or from a socket. Each is handled on the engine's own threads: a caller that is interrupted leaves the
 * handling to go on, as a client that hangs up does.
 */
public final class Server implements AutoCloseable {
    private final Router router;
    private final ExecutorService threads = Threads.pool("dockline-engine");

    public Server(Daemon daemon) {
        this.router = Routes.of(daemon);
    }

    /** A client; closing it ends only what it has still open. */
    public DockerHttpClient client() {
        return new Client(this);
    }

    ExecutorService threads() {
        return threads;
    }

    /**
     * Handles a request, and waits until its answer begins.
     *
     * @param target the path with its version and its query
     * @param input what the connection sends if the request takes it over, or null
     * @throws java.io.UncheckedIOException if the caller is interrupted
     */
    public DockerHttpClient.Response open(String method, String target, InputStream body, InputStream input) {
        return new Exchange(this, new Incoming(method, target, body, input), done -> {}).await();
    }

    Reply handle(Incoming request, InputStream body) {
        return SystemRoutes.signed(routed(request, body));
    }

    private Reply routed(Incoming request, InputStream body) {
        try {
            return router.handle(Router.call(request.method(), request.target(), body, request.input()));
        } catch (Refused refused) {
            return Reply.refused(refused);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
