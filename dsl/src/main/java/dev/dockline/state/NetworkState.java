package dev.dockline.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A network, as the engine tells it.
 *
 * @param id its id
 * @param name its name
 * @param driver the driver: {@code bridge}, {@code host}, {@code null}
 * @param subnet the subnet, empty where it has none
 * @param gateway the gateway's address, empty where it has none
 * @param labels the labels it was made with
 */
public record NetworkState(
        String id, String name, String driver, String subnet, String gateway, Map<String, String> labels) {
    /** Copies the labels. */
    public NetworkState {
        labels = Map.copyOf(labels);
    }

    /** Reads a network from an inspect or a list. */
    public static NetworkState of(JsonNode json) {
        var pool = json.path("IPAM").path("Config").path(0);
        return new NetworkState(
                json.path("Id").asText(),
                json.path("Name").asText(),
                json.path("Driver").asText(),
                pool.path("Subnet").asText(),
                pool.path("Gateway").asText(),
                Labels.of(json.path("Labels")));
    }

    /** Whether it comes with the engine and cannot be removed. */
    public boolean isPredefined() {
        return name.matches("bridge|host|none|podman");
    }
}
