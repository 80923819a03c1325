package dev.dockline.embedded.model;

import java.util.List;

/** What was asked of a container's place on one network. */
public record EndpointSpec(List<String> aliases, List<String> links, String address) {
    public static final EndpointSpec NONE = new EndpointSpec(List.of(), List.of(), "");
}
