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

    /** The same with another configuration. */
    public ContainerSpec with(Config other) {
        return new ContainerSpec(image, other, host, endpoints, hostname, tty, openStdin, stdinOnce, stopTimeout, sent);
    }

    /** The same with a host name. */
    public ContainerSpec named(String other) {
        return new ContainerSpec(image, config, host, endpoints, other, tty, openStdin, stdinOnce, stopTimeout, sent);
    }

    ContainerSpec over(Config base) {
        return new ContainerSpec(
                image, config.over(base), host, endpoints, hostname, tty, openStdin, stdinOnce, stopTimeout, sent);
    }
}
