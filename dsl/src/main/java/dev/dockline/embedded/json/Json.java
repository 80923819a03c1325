package dev.dockline.embedded.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON in and out, as the API writes it. */
public final class Json {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'").withZone(ZoneOffset.UTC);

    private Json() {}

    /** Has what the first answer needs there before it, on a thread that has nothing else to do. */
    public static void load() {
        bytes(object().put("time", time(Instant.EPOCH)));
    }

    public static ObjectNode object() {
        return NODES.objectNode();
    }

    public static ArrayNode array() {
        return NODES.arrayNode();
    }

    public static JsonNode none() {
        return NODES.nullNode();
    }

    /**
     * Text as a tree; without anything in it a missing node.
     *
     * @throws JsonProcessingException if it is no JSON
     */
    public static JsonNode read(byte[] json) throws JsonProcessingException {
        return JsonTree.read(json);
    }

    public static JsonNode read(String json) throws JsonProcessingException {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] bytes(JsonNode tree) {
        return JsonTree.bytes(tree);
    }

    /** Bytes that end a line, for a stream of them. */
    public static byte[] line(JsonNode tree) {
        var bytes = bytes(tree);
        var line = Arrays.copyOf(bytes, bytes.length + 1);
        line[bytes.length] = '\n';
        return line;
    }

    public static ObjectNode object(Map<String, String> values) {
        var object = object();
        values.forEach(object::put);
        return object;
    }

    public static ArrayNode strings(Collection<String> values) {
        var array = array();
        values.forEach(array::add);
        return array;
    }

    /** A list, or null where there is none. */
    public static JsonNode stringsOrNull(Collection<String> values) {
        return values == null || values.isEmpty() ? none() : strings(values);
    }

    /** {@code {"a":{},"b":{}}}, the API's form of a set. */
    public static JsonNode set(Collection<?> values) {
        if (values.isEmpty()) return none();
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
