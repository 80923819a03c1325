package dev.dockline.embedded;

import com.github.dockerjava.transport.DockerHttpClient;

/** Placeholder. */
public final class EmbeddedEngine implements AutoCloseable {
    /** x */
    public static EmbeddedEngine start() {
        return new EmbeddedEngine();
    }
    /** x */
    public DockerHttpClient client() {
        return null;
    }

    @Override
    public void close() {}
}
