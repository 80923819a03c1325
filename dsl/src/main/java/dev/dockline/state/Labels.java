package dev.dockline.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads labels, which engines tell as null where there are none. */
final class Labels {
    private Labels() {}

    static Map<String, String> of(JsonNode json) {
        var found = new LinkedHashMap<String, String>();
        json.properties()
                .forEach(label -> found.put(label.getKey(), label.getValue().asText()));
        return found;
    }
}
