package dev.dockline.engine;

/**
 * Where an engine is, and how that came to be known.
 *
 * @param url {@code unix:///…}, {@code tcp://…} or {@code embedded}
 * @param why what named it, as a phrase: {@code DOCKER_HOST}, {@code docker context "lab"}
 */
public record EngineAddress(String url, String why) {
    /** The engine inside this process. */
    public static final String EMBEDDED = "embedded";

    /** The engine inside this process, taken because there is no other. */
    public static final EngineAddress STAND_IN = new EngineAddress(EMBEDDED, "no engine is installed here");

    /** Whether this is the engine inside this process. */
    public boolean isEmbedded() {
        return url.equals(EMBEDDED);
    }

    /** The path of the socket, empty where the address is none. */
    String socket() {
        return url.startsWith("unix://") ? url.substring("unix://".length()) : "";
    }
}
