package dev.dockline.embedded.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The filters of a list: values of one name are alternatives, different names must all hold. */
final class Filters {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Filters() {}

    /** Reads both forms of the API: lists of values, and objects whose keys are the values. */
    static Filters parse(String text, List<String> known) {
        var filters = new Filters();
        if (text.isEmpty()) return filters;
        try {
            var tree = Json.read(text);
            for (var entry : tree.properties()) {
                if (!known.contains(entry.getKey()))
                    throw Refused.badRequest("invalid filter '" + entry.getKey() + "'");
                var all = new ArrayList<String>();
                if (entry.getValue().isArray()) entry.getValue().forEach(value -> all.add(value.asText()));
                else entry.getValue().fieldNames().forEachRemaining(all::add);
                filters.values.put(entry.getKey(), all);
            }
            return filters;
        } catch (JsonProcessingException e) {
            throw Refused.badRequest("invalid filter");
        }
    }

    boolean has(String name) {
        return !values.getOrDefault(name, List.of()).isEmpty();
    }

    List<String> get(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Whether a filter is not there, or one of its values fits. */
    boolean any(String name, Predicate<String> fits) {
        return !has(name) || get(name).stream().anyMatch(fits);
    }

    boolean labels(Map<String, String> labels) {
        return get("label").stream().allMatch(wanted -> {
            var equals = wanted.indexOf('=');
            if (equals < 0) return labels.containsKey(wanted);
            return wanted.substring(equals + 1).equals(labels.get(wanted.substring(0, equals)));
        });
    }
}
