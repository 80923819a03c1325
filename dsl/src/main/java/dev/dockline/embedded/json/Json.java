package dev.dockline.embedded.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON in and out, as the API writes it. */
public final class Json {
    public static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'").withZone(ZoneOffset.UTC);

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    public static ArrayNode strings(Collection<String> values) {
        var array = array();
        values.forEach(array::add);
        return array;
    }

    /** A list, or null where there is none. */
    public static JsonNode stringsOrNull(Collection<String> values) {
        return values == null || values.isEmpty() ? MAPPER.nullNode() : strings(values);
    }

    /** {@code {"a":{},"b":{}}}, the API's form of a set. */
    public static JsonNode set(Collection<?> values) {
        if (values.isEmpty()) return MAPPER.nullNode();
        var object = object();
        values.forEach(value -> object.putObject(value.toString()));
        return object;
    }

    public static String time(Instant time) {
        return time.getEpochSecond() < 0 ? time.toString() : TIME.format(time);
    }

    public static String text(JsonNode node, String name) {
        return node.path(name).asText("").equals("null") ? "" : node.path(name).asText("");
    }

    /** A list of strings, null where it is missing; a single string counts as one. */
    public static List<String> list(JsonNode node, String name) {
        var value = node.path(name);
        if (value.isTextual()) return List.of(value.asText());
        if (!value.isArray()) return null;
        var all = new ArrayList<String>();
        value.forEach(one -> all.add(one.asText()));
        return all;
    }

    public static List<String> listOrEmpty(JsonNode node, String name) {
        var list = list(node, name);
        return list == null ? List.of() : list;
    }

    public static Map<String, String> map(JsonNode node, String name) {
        var all = new LinkedHashMap<String, String>();
        node.path(name)
                .properties()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue().asText()));
        return all;
    }

    /** The names of an object's fields. */
    public static List<String> keys(JsonNode node, String name) {
        var all = new ArrayList<String>();
        node.path(name).fieldNames().forEachRemaining(all::add);
        return all;
    }
}
