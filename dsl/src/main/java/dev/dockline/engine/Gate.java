package dev.dockline.engine;

import com.github.dockerjava.transport.DockerHttpClient;
import dev.dockline.error.NotPlanned;
import java.io.IOException;

/** The one way to an engine for all that is sent to it; while it is shut, nothing passes that could change anything. */
final class Gate implements DockerHttpClient {
    private final DockerHttpClient engine;
    private volatile boolean shut;

    Gate(DockerHttpClient engine) {
        this.engine = engine;
    }

    void shut(boolean now) {
        shut = now;
    }

    /**
     * Lets a request pass.
     *
     * @throws NotPlanned if the gate is shut and it is no read
     */
    void pass(String method, String path) {
        if (shut && !method.equals("GET") && !method.equals("HEAD")) {
            throw new NotPlanned("Cannot send " + method + " " + path.replaceFirst("\\?.*", ""));
        }
    }

    @Override
    public Response execute(Request request) {
        pass(request.method(), request.path());
        return engine.execute(request);
    }

    @Override
    public void close() throws IOException {
        engine.close();
    }
}
