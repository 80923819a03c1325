package dev.dockline.state;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A volume, as the engine tells it.
 *
 * @param name its name, 64 hex digits for an anonymous one
 * @param driver the driver, usually {@code local}
 * @param mountpoint the folder on the engine's host
 */
public record VolumeState(String name, String driver, String mountpoint) {
    /** Reads a volume from an inspect or a list. */
    public static VolumeState of(JsonNode json) {
        return new VolumeState(
                json.path("Name").asText(),
                json.path("Driver").asText(),
                json.path("Mountpoint").asText());
    }

    /** Whether the engine named it. */
    public boolean isAnonymous() {
        return name.matches("[0-9a-f]{64}");
    }

    /** The name, that of an anonymous volume cut to 12 digits as ids are. */
    public String shortName() {
        return isAnonymous() ? name.substring(0, 12) : name;
    }
}
