package dev.dockline.embedded.api;

import com.github.dockerjava.transport.DockerHttpClient;
import dev.dockline.embedded.io.Threads;
import dev.dockline.embedded.model.Refused;
import dev.dockline.embedded.runtime.Daemon;
import java.io.InputStream;
import java.util.concurrent.ExecutorService;

/**
 * Answers requests in process. Each is handled on the engine's own threads: a caller that is interrupted leaves the
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

    Reply handle(DockerHttpClient.Request request, InputStream body) {
        try {
            return router.handle(Router.call(request.method(), request.path(), body, request.hijackedInput()));
        } catch (Refused refused) {
            return Reply.refused(refused);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
