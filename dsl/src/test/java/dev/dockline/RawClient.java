package dev.dockline;

import com.github.dockerjava.api.DockerClient;

/** The way to docker-java below a connection, for tests that need containers of other origin. */
public final class RawClient {
    private RawClient() {}

    /** The client of a connection. */
    public static DockerClient of(Docker docker) {
        return docker.link().docker();
    }
}
