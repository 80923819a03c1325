package dev.dockline.state;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A network, as the engine tells it.
 *
 * @param id its id
 * @param name its name
 * @param driver the driver: {@code bridge}, {@code host}, {@code null}
 * @param subnet the subnet, empty where it has none
 * @param gateway the gateway's address, empty where it has none
 */
public record NetworkState(String id, String name, String driver, String subnet, String gateway) {
    /** Reads a network from an inspect or a list. */
    public static NetworkState of(JsonNode json) {
        var pool = json.path("IPAM").path("Config").path(0);
        return new NetworkState(
                json.path("Id").asText(),
                json.path("Name").asText(),
                json.path("Driver").asText(),
                pool.path("Subnet").asText(),
                pool.path("Gateway").asText());
    }
}
