package dev.dockline.embedded.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.model.Endpoint;
import dev.dockline.embedded.model.Model;
import dev.dockline.embedded.model.Network;
import dev.dockline.embedded.model.Networks;
import java.util.Optional;

/** A container's places on networks, and its ports. */
final class NetworkSettingsJson {
    private final Model model;
    private final Container container;

    private NetworkSettingsJson(Model model, Container container) {
        this.model = model;
        this.container = container;
    }

    static ObjectNode of(Model model, Container container) {
        return new NetworkSettingsJson(model, container).whole();
    }

    private ObjectNode whole() {
        var bridge = container.endpoints().get(Networks.BRIDGE);
        var json = Json.object().put("Bridge", "").put("SandboxID", "").put("SandboxKey", "");
        json.set("Ports", ports());
        json.put("HairpinMode", false)
                .put("LinkLocalIPv6Address", "")
                .put("LinkLocalIPv6PrefixLen", 0)
                .putNull("SecondaryIPAddresses")
                .putNull("SecondaryIPv6Addresses")
                .put("EndpointID", bridge == null ? "" : bridge.endpointId())
                .put("Gateway", bridge == null ? "" : gateway(bridge))
                .put("GlobalIPv6Address", "")
                .put("GlobalIPv6PrefixLen", 0)
                .put("IPAddress", bridge == null ? "" : bridge.address())
                .put("IPPrefixLen", bridge == null ? 0 : prefix(bridge))
                .put("IPv6Gateway", "")
                .put("MacAddress", bridge == null ? "" : bridge.mac());
        json.set("Networks", networks());
        return json;
    }

    private ObjectNode ports() {
        var json = Json.object();
        if (!container.state().running() || !container.hasPorts()) return json;
        for (var port : container.config().exposedPorts()) {
            var open = container.published().stream()
                    .filter(binding -> binding.port().equals(port))
                    .toList();
            if (open.isEmpty()) {
                json.putNull(port.toString());
                continue;
            }
            var all = json.putArray(port.toString());
            open.forEach(binding -> all.addObject()
                    .put("HostIp", binding.hostIp())
                    .put("HostPort", String.valueOf(binding.hostPort())));
        }
        return json;
    }

    ObjectNode networks() {
        var json = Json.object();
        container.endpoints().forEach((name, endpoint) -> json.set(name, endpoint(name, endpoint)));
        return json;
    }

    static ObjectNode networks(Model model, Container container) {
        return new NetworkSettingsJson(model, container).networks();
    }

    private ObjectNode endpoint(String name, Endpoint endpoint) {
        var json = Json.object();
        var asked = endpoint.asked();
        if (asked.address().isEmpty()) json.putNull("IPAMConfig");
        else json.putObject("IPAMConfig").put("IPv4Address", asked.address());
        json.set("Links", Json.stringsOrNull(asked.links()));
        json.set("Aliases", Json.stringsOrNull(asked.aliases()));
        json.put("MacAddress", endpoint.mac())
                .putNull("DriverOpts")
                .put("GwPriority", 0)
                .put("NetworkID", endpoint.networkId())
                .put("EndpointID", endpoint.endpointId())
                .put("Gateway", gateway(endpoint))
                .put("IPAddress", endpoint.address())
                .put("IPPrefixLen", prefix(endpoint))
                .put("IPv6Gateway", "")
                .put("GlobalIPv6Address", "")
                .put("GlobalIPv6PrefixLen", 0);
        json.set("DNSNames", Json.stringsOrNull(endpoint.names()));
        return json;
    }

    private Optional<Network> network(Endpoint endpoint) {
        return model.networks().find(endpoint.networkId());
    }

    private String gateway(Endpoint endpoint) {
        return endpoint.joined() ? network(endpoint).map(Network::gateway).orElse("") : "";
    }

    private int prefix(Endpoint endpoint) {
        if (endpoint.address().isEmpty()) return 0;
        return network(endpoint).map(network -> network.subnet().length()).orElse(0);
    }
}
