package dev.dockline.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What Dockline leaves behind of a link in a label of the linking container, so that a later session can tell whether it
 * still holds.
 *
 * @param target the target's name
 * @param alias the name it has in the linking container
 * @param id the target's id when the link was made
 * @param address the target's fixed address where Dockline made the link, empty where the engine did
 */
public record LinkLabel(String target, String alias, String id, String address) {
    /** The label's name. */
    public static final String NAME = "dev.dockline.links";

    /** Several links as the value of the label. */
    public static String write(List<LinkLabel> links) {
        return links.stream()
                .map(link -> String.join(":", link.target, link.alias, link.id, link.address))
                .collect(Collectors.joining(" "));
    }

    /** The links in a container's labels. */
    public static List<LinkLabel> read(JsonNode labels) {
        return read(labels.path(NAME).asText(""));
    }

    static List<LinkLabel> read(Map<String, String> labels) {
        return read(labels.getOrDefault(NAME, ""));
    }

    private static List<LinkLabel> read(String value) {
        return Arrays.stream(value.split(" "))
                .map(link -> link.split(":", -1))
                .filter(parts -> parts.length == 4)
                .map(parts -> new LinkLabel(parts[0], parts[1], parts[2], parts[3]))
                .toList();
    }
}
