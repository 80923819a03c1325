package dev.dockline.engine;

import com.fasterxml.jackson.databind.ObjectMapper;

/** What reads JSON; a class of its own, since to make it takes as long as to open a connection, and can go beside that. */
final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** Makes it, if that has not been done. */
    static void warm() {
        MAPPER.reader();
    }
}
