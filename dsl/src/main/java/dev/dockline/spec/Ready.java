package dev.dockline.spec;

import java.time.Duration;

/** When a container counts as ready; nothing that an engine knows of. */
public sealed interface Ready extends Setting {
    /** How long to wait for it at most. */
    Duration limit();

    /** What is waited for, in words: {@code port 5432 to be served}. */
    String condition();

    /**
     * A program in the container serves a TCP port, published or not.
     *
     * @param port the container's port
     * @param limit how long to wait at most
     */
    record OnPort(Ports port, Duration limit) implements Ready {
        @Override
        public String condition() {
            return "port " + port + " to be served";
        }

        @Override
        public String toString() {
            return "readyOnPort(" + port + limited(limit);
        }
    }

    /**
     * The container writes a line that holds a text.
     *
     * @param text what the line holds
     * @param limit how long to wait at most
     */
    record OnLog(String text, Duration limit) implements Ready {
        @Override
        public String condition() {
            return "a log line with " + Java.literal(text);
        }

        @Override
        public String toString() {
            return "readyOnLog(" + Java.literal(text) + limited(limit);
        }
    }

    /**
     * A page is served at a published port, with a status below 400.
     *
     * @param port the container's port
     * @param path the page: {@code /}
     * @param limit how long to wait at most
     */
    record OnHttp(Ports port, String path, Duration limit) implements Ready {
        @Override
        public String condition() {
            return "a page at port " + port + " " + path;
        }

        @Override
        public String toString() {
            return "readyOnHttp(" + port + ", " + Java.literal(path) + limited(limit);
        }
    }

    /**
     * The container's own health check says that it is well.
     *
     * @param limit how long to wait at most
     */
    record Healthy(Duration limit) implements Ready {
        @Override
        public String condition() {
            return "its health check to pass";
        }

        @Override
        public String toString() {
            return "readyWhenHealthy(" + limited(limit).replaceFirst("^, ", "");
        }
    }

    /** The limit as the last argument, with the bracket that closes the noun. */
    private static String limited(Duration limit) {
        return limit.equals(LIMIT) ? ")" : ", Duration.ofMillis(" + limit.toMillis() + "))";
    }

    /** How long to wait unless said otherwise. */
    Duration LIMIT = Duration.ofSeconds(60);

    @Override
    default Object key() {
        return condition();
    }

    @Override
    default boolean shapesContainer() {
        return false;
    }

    @Override
    default String cli() {
        return "";
    }
}
