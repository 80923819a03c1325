package dev.dockline.engine;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an engine is, and how that came to be known.
 *
 * @param url {@code unix:///…}, {@code tcp://…}, {@code embedded} or {@code embedded:FOLDER}
 * @param why what named it, as a phrase: {@code DOCKER_HOST}, {@code docker context "lab"}
 */
public record EngineAddress(String url, String why) {
    /** The engine inside this process. */
    public static final String EMBEDDED = "embedded";

    /** The engine inside this process, taken because there is no other. */
    public static final EngineAddress STAND_IN = new EngineAddress(EMBEDDED, "no engine is installed here");

    /** Whether this is the engine inside this process. */
    public boolean isEmbedded() {
        return url.equals(EMBEDDED) || url.startsWith(EMBEDDED + ":");
    }

    /** The folder with the state of the engine inside this process; empty where it keeps none. InvalidPathException where it is no path. */
    Optional<Path> folder() {
        if (!url.startsWith(EMBEDDED + ":")) {
            return Optional.empty();
        }
        var folder = url.substring(EMBEDDED.length() + 1);
        if (folder.isBlank()) {
            throw new InvalidPathException(folder, "no folder is named");
        }
        var home = Path.of(System.getProperty("user.home"));
        return Optional.of(folder.startsWith("~/") ? home.resolve(folder.substring(2)) : Path.of(folder));
    }

    /** The path of the socket, empty where the address is none. */
    String socket() {
        return url.startsWith("unix://") ? url.substring("unix://".length()) : "";
    }
}
