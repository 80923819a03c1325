package dev.dockline.embedded.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** A request on its way through the routes. {@code input} is what a hijacked connection sends, or null. */
record Call(
        String method,
        String path,
        String version,
        Map<String, List<String>> query,
        List<String> segments,
        InputStream body,
        InputStream input) {

    private static final int MOST_JSON_BYTES = 8 << 20;

    Call withSegments(List<String> other) {
        return new Call(method, path, version, query, other, body, input);
    }

    /** A part of the path that the route left open. */
    String segment(int index) {
        return segments.get(index);
    }

    String text(String name) {
        return query.getOrDefault(name, List.of("")).get(0);
    }

    boolean flag(String name) {
        var text = text(name);
        return !text.isEmpty()
                && !List.of("0", "false", "no", "none").contains(text.toLowerCase(java.util.Locale.ROOT));
    }

    /** Null where it was not given. */
    Integer number(String name) {
        var text = text(name);
        if (text.isEmpty()) return null;
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw Refused.failed("strconv.Atoi: parsing \"" + text + "\": invalid syntax");
        }
    }

    Filters filters(String... known) {
        return Filters.parse(text("filters"), List.of(known));
    }

    ObjectNode json() {
        try {
            var bytes = bodyBytes();
            if (bytes.length == 0) throw Refused.badRequest("invalid JSON: got EOF while reading request body");
            JsonNode tree = Json.read(bytes);
            if (tree instanceof ObjectNode object) return object;
            throw Refused.badRequest("invalid JSON: expected an object");
        } catch (JsonProcessingException e) {
            throw Refused.badRequest("invalid JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw Refused.badRequest("invalid JSON: " + e.getMessage());
        }
    }

    private byte[] bodyBytes() throws IOException {
        var bytes = body.readNBytes(MOST_JSON_BYTES + 1);
        if (bytes.length > MOST_JSON_BYTES)
            throw Refused.badRequest("invalid JSON: it is longer than " + MOST_JSON_BYTES + " bytes");
        return bytes;
    }

    /** The body where one may be missing. */
    ObjectNode jsonOrEmpty() {
        try {
            var bytes = bodyBytes();
            return bytes.length == 0 ? Json.object() : (ObjectNode) Json.read(bytes);
        } catch (IOException | ClassCastException e) {
            throw Refused.badRequest("invalid JSON: " + e.getMessage());
        }
    }
}
