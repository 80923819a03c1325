package dev.dockline.embedded.model;

import java.time.Instant;
import java.util.Map;

/** A network; {@code subnet} is null for {@code host} and {@code none}. */
public record Network(
        String id,
        String name,
        String driver,
        Instant created,
        Subnet subnet,
        String gateway,
        boolean subnetDeclared,
        boolean internal,
        boolean attachable,
        Map<String, String> labels,
        Map<String, String> options) {

    static Network predefined(String name, String driver, Instant created, Subnet subnet, Map<String, String> options) {
        var gateway = subnet == null ? "" : subnet.gateway();
        return new Network(
                Ids.random(), name, driver, created, subnet, gateway, false, false, false, Map.of(), options);
    }

    public boolean isPredefined() {
        return Networks.PREDEFINED.contains(name);
    }

    /** Whether names resolve here: on networks that a user made. */
    public boolean resolvesNames() {
        return !isPredefined();
    }
}
