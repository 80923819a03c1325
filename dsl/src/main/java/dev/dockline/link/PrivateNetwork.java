package dev.dockline.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.Network;
import dev.dockline.engine.Engine;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The network of one linking container and its targets, in which each has a fixed address. */
final class PrivateNetwork {
    static final String PREFIX = "dockline-link-";
    /** The label of the network, and of the container it is for. */
    static final String LABEL = "dev.dockline.network";

    private static final Duration YOUNG = Duration.ofMinutes(2);
    private static final int TRIES = 5;

    private final Engine engine;
    private final String name;

    private PrivateNetwork(Engine engine, String name) {
        this.engine = engine;
        this.name = name;
    }

    /** A new one; its subnet is one that the engine found free. */
    static PrivateNetwork create(Engine engine) {
        var network = new PrivateNetwork(
                engine,
                PREFIX + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()));
        for (int tries = 1; ; tries++) {
            network.make(new Network.Ipam());
            String subnet = network.subnet();
            if (engine.flavour().podman()) {
                return network;
            }
            // Docker fixes addresses only where the subnet was declared; between the two another may take it.
            engine.docker().removeNetworkCmd(network.name).exec();
            try {
                network.make(new Network.Ipam().withConfig(new Network.Ipam.Config().withSubnet(subnet)));
                return network;
            } catch (DockerException taken) {
                if (tries == TRIES) {
                    throw taken;
                }
            }
        }
    }

    /** The one of a container, from its label; null if it has none. */
    static PrivateNetwork of(Engine engine, JsonNode inspected) {
        var label = inspected.path("Config").path("Labels").path(LABEL);
        return label.isTextual() ? new PrivateNetwork(engine, label.asText()) : null;
    }

    /** Removes those whose container has gone without Dockline. */
    static void sweep(Engine engine) {
        var filter = Engine.part("{\"label\":[\"" + LABEL + "\"]}");
        var used = new ArrayList<String>();
        engine.read("/containers/json?all=true&filters=" + filter)
                .forEach(container ->
                        used.add(container.path("Labels").path(LABEL).asText()));
        for (var network : engine.read("/networks?filters=" + filter)) {
            var made = OffsetDateTime.parse(network.path("Created").asText()).toInstant();
            String name = network.path("Name").asText();
            if (!used.contains(name) && made.isBefore(Instant.now().minus(YOUNG))) {
                new PrivateNetwork(engine, name).remove();
            }
        }
    }

    String name() {
        return name;
    }

    /** The address of the container it is for, 0, or of one of its targets, from 1. */
    String address(int place) {
        var parts = subnet().split("[./]");
        int last = Integer.parseInt(parts[3]) + 2 + place;
        return parts[0] + "." + parts[1] + "." + parts[2] + "." + last;
    }

    void join(String container, List<String> aliases, String address) {
        engine.docker()
                .connectToNetworkCmd()
                .withNetworkId(name)
                .withContainerId(container)
                .withContainerNetwork(new ContainerNetwork()
                        .withAliases(aliases)
                        .withIpamConfig(new ContainerNetwork.Ipam().withIpv4Address(address)))
                .exec();
    }

    /** Takes everybody out and removes it; gone already is well. */
    void remove() {
        try {
            var members = engine.read("/networks/" + name).path("Containers");
            members.fieldNames().forEachRemaining(this::leave);
            engine.docker().removeNetworkCmd(name).exec();
        } catch (DockerException e) {
            if (e.getHttpStatus() != 404) {
                throw e;
            }
        }
    }

    /** Takes a container out, running or not. */
    void leave(String container) {
        try {
            engine.docker()
                    .disconnectFromNetworkCmd()
                    .withNetworkId(name)
                    .withContainerId(container)
                    .withForce(true)
                    .exec();
        } catch (DockerException notThere) {
            // Not joined, or gone: it is out.
        }
    }

    private void make(Network.Ipam ipam) {
        engine.docker()
                .createNetworkCmd()
                .withName(name)
                .withDriver("bridge")
                .withIpam(ipam)
                .withLabels(Map.of(LABEL, name))
                .exec();
    }

    private String subnet() {
        return engine.read("/networks/" + name)
                .path("IPAM")
                .path("Config")
                .path(0)
                .path("Subnet")
                .asText();
    }
}
