package dev.dockline.engine;

import com.github.dockerjava.transport.DockerHttpClient;
import dev.dockline.error.NotPlanned;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one way to an engine for all that is sent to it. While somebody plans, nothing passes that could change anything;
 * who has died over it, as a prompt lets threads die, plans no more.
 */
final class Gate implements DockerHttpClient {
    private final DockerHttpClient engine;
    private final Set<Thread> planning = ConcurrentHashMap.newKeySet();

    Gate(DockerHttpClient engine) {
        this.engine = engine;
    }

    void shutFor(Thread planner) {
        planning.add(planner);
    }

    void openFor(Thread planner) {
        planning.remove(planner);
    }

    private boolean isShut() {
        planning.removeIf(planner -> !planner.isAlive());
        return !planning.isEmpty();
    }

    /**
     * Lets a request pass.
     *
     * @throws NotPlanned if somebody plans and it is no read
     */
    void pass(String method, String path) {
        if (!method.equals("GET") && !method.equals("HEAD") && isShut()) {
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
