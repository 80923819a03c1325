package dev.dockline.embedded.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A container as it was asked for. {@code sent} keeps the request's JSON, for what is shown but not acted on. */
public record ContainerSpec(
        String image,
        Config config,
        HostSpec host,
        Map<String, EndpointSpec> endpoints,
        String hostname,
        boolean tty,
        boolean openStdin,
        boolean stdinOnce,
        Integer stopTimeout,
        ObjectNode sent) {

    ContainerSpec over(Config base) {
        return new ContainerSpec(
                image, config.over(base), host, endpoints, hostname, tty, openStdin, stdinOnce, stopTimeout, sent);
    }
}
