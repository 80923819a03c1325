package dev.dockline.engine;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;

/** A version of Docker's HTTP API. */
record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
    /** The newest that Dockline was written against: Docker 28.5's. */
    private static final ApiVersion OURS = new ApiVersion(1, 51);

    /** The lower of ours and the server's, as the docker CLI agrees on one. */
    static Agreed negotiate(DockerHttpClient http, EngineAddress address) {
        try (var response = http.execute(
                Request.builder().method(Request.Method.GET).path("/_ping").build())) {
            var newest = response.getHeader("Api-Version");
            if (response.getStatusCode() != 200 || newest == null) {
                throw Unreachable.noEngine(address, response.getStatusCode());
            }
            var theirs = parse(newest);
            return new Agreed(theirs.compareTo(OURS) < 0 ? theirs : OURS, Flavour.of(response));
        }
    }

    /** What a first ping settles: the version to speak, and with whom. */
    record Agreed(ApiVersion version, Flavour flavour) {}

    static ApiVersion parse(String text) {
        var parts = text.split("\\.");
        return new ApiVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    String text() {
        return major + "." + minor;
    }

    @Override
    public int compareTo(ApiVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }
}
