package dev.dockline.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A volume, as the engine tells it.
 *
 * @param name its name, 64 hex digits for an anonymous one
 * @param driver the driver, usually {@code local}
 * @param mountpoint the folder on the engine's host
 * @param labels the labels it was made with
 */
public record VolumeState(String name, String driver, String mountpoint, Map<String, String> labels) {
    private static final String ANONYMOUS = "com.docker.volume.anonymous";

    /** Copies the labels. */
    public VolumeState {
        labels = Map.copyOf(labels);
    }

    /** Reads a volume from an inspect or a list. */
    public static VolumeState of(JsonNode json) {
        return new VolumeState(
                json.path("Name").asText(),
                json.path("Driver").asText(),
                json.path("Mountpoint").asText(),
                Labels.of(json.path("Labels")));
    }

    /** Whether the engine named it. */
    public boolean isAnonymous() {
        return name.matches("[0-9a-f]{64}") || labels.containsKey(ANONYMOUS);
    }

    /** The name, that of an anonymous volume cut to 12 digits as ids are. */
    public String shortName() {
        return name.matches("[0-9a-f]{64}") ? name.substring(0, 12) : name;
    }
}
