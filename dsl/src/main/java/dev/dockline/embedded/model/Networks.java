package dev.dockline.embedded.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The networks, their addresses and who is on them. Guarded by the model's lock. */
public final class Networks {
    public static final String BRIDGE = "bridge";
    static final Set<String> PREDEFINED = Set.of(BRIDGE, "host", "none");

    private static final String BINDING = "com.docker.network.bridge.host_binding_ipv4";
    private static final Map<String, String> BRIDGE_OPTIONS = Map.of(
            "com.docker.network.bridge.default_bridge",
            "true",
            "com.docker.network.bridge.enable_icc",
            "true",
            "com.docker.network.bridge.enable_ip_masquerade",
            "true",
            BINDING,
            "127.0.0.1",
            "com.docker.network.bridge.name",
            "docker0",
            "com.docker.network.driver.mtu",
            "1500");

    private final Model model;
    private final Map<String, Network> networks = new LinkedHashMap<>();

    Networks(Model model) {
        this.model = model;
        add(Network.predefined(BRIDGE, "bridge", model.now(), Subnet.parse("172.17.0.0/16"), BRIDGE_OPTIONS));
        add(Network.predefined("host", "host", model.now(), null, Map.of()));
        add(Network.predefined("none", "null", model.now(), null, Map.of()));
    }

    static boolean isPredefined(String name) {
        return PREDEFINED.contains(name);
    }

    public Collection<Network> all() {
        return List.copyOf(networks.values());
    }

    /** By name, id, or the beginning of an id. */
    public Optional<Network> find(String reference) {
        var exact = networks.values().stream()
                .filter(network ->
                        network.name().equals(reference) || network.id().equals(reference))
                .findFirst();
        return exact.isPresent()
                ? exact
                : Ids.byPrefix(networks.keySet(), reference).map(networks::get);
    }

    public Network get(String reference) {
        return find(reference).orElseThrow(() -> Refused.notFound("network " + reference + " not found"));
    }

    /** The host's address that ports are published at where none is asked for. */
    String bindingAddress() {
        return get(BRIDGE).options().getOrDefault(BINDING, "0.0.0.0");
    }

    public Network create(NetworkSpec spec) {
        if (spec.name().isBlank()) throw Refused.badRequest("invalid name: name is empty");
        if (PREDEFINED.contains(spec.name()))
            throw Refused.forbidden("operation is not permitted on predefined " + spec.name() + " network ");
        if (networks.values().stream().anyMatch(network -> network.name().equals(spec.name())))
            throw Refused.conflict("network with name " + spec.name() + " already exists");
        if (!spec.driver().isEmpty() && !spec.driver().equals("bridge"))
            throw Refused.notFound("plugin \"" + spec.driver() + "\" not found");
        var subnet = subnet(spec);
        var gateway = spec.gateway().isEmpty() ? subnet.gateway() : spec.gateway();
        var network = new Network(
                Ids.random(),
                spec.name(),
                "bridge",
                model.now(),
                subnet,
                gateway,
                !spec.subnet().isEmpty(),
                spec.internal(),
                spec.attachable(),
                spec.labels(),
                spec.options());
        add(network);
        emit("create", network, Map.of());
        return network;
    }

    private Subnet subnet(NetworkSpec spec) {
        if (spec.subnet().isEmpty()) return freeSubnet();
        var subnet = Subnet.parse(spec.subnet());
        if (overlaps(subnet))
            throw Refused.forbidden("invalid pool request: Pool overlaps with other one on this address space");
        return subnet;
    }

    private Subnet freeSubnet() {
        for (var second = 18; second < 32; second++) {
            var subnet = Subnet.parse("172." + second + ".0.0/16");
            if (!overlaps(subnet)) return subnet;
        }
        for (var third = 0; third < 256; third += 16) {
            var subnet = Subnet.parse("192.168." + third + ".0/20");
            if (!overlaps(subnet)) return subnet;
        }
        throw Refused.forbidden("all predefined address pools have been fully subnetted");
    }

    private boolean overlaps(Subnet subnet) {
        return networks.values().stream()
                .anyMatch(other -> other.subnet() != null && other.subnet().overlaps(subnet));
    }

    private void add(Network network) {
        networks.put(network.id(), network);
    }

    /** A network of an earlier session; one that every engine has takes the place of the new one. */
    public void restore(Network network) {
        networks.values().removeIf(other -> other.name().equals(network.name()));
        add(network);
    }

    public void remove(String reference) {
        var network = get(reference);
        if (network.isPredefined())
            throw Refused.forbidden(network.name() + " is a pre-defined network and cannot be removed");
        var members = members(network);
        if (!members.isEmpty())
            throw Refused.forbidden("error while removing network: network " + network.name()
                    + " has active endpoints ("
                    + String.join(
                            ", ",
                            members.stream()
                                    .map(container -> active(container, network))
                                    .toList())
                    + ")");
        networks.remove(network.id());
        emit("destroy", network, Map.of());
    }

    private static String active(Container container, Network network) {
        var endpoint = container.endpoints().get(network.name()).endpointId();
        return "name:\"" + container.name() + "\" id:\"" + Ids.abbreviate(endpoint) + "\"";
    }

    /** The containers that are on the network now, running. */
    public List<Container> members(Network network) {
        return model.containers().all().stream()
                .filter(container -> endpointsOn(container, network).anyMatch(Endpoint::joined))
                .toList();
    }

    private static Stream<Endpoint> endpointsOn(Container container, Network network) {
        return container.endpoints().values().stream()
                .filter(endpoint -> endpoint.networkId().equals(network.id()));
    }

    /** Gives a container an address on the network. */
    void join(Container container, Network network) {
        var endpoint = container.endpoints().get(network.name());
        var address = network.subnet() == null
                ? ""
                : address(network, endpoint.asked().address());
        container.endpoints().put(network.name(), endpoint.joined(network.id(), address));
        model.connections().tellNames(container, network.name());
    }

    void leave(Container container, Network network) {
        var endpoint = container.endpoints().get(network.name());
        if (endpoint.joined()) container.endpoints().put(network.name(), endpoint.left());
        emit("disconnect", network, Map.of("container", container.id()));
    }

    private String address(Network network, String wanted) {
        if (wanted.isEmpty()) return network.subnet().free(address -> taken(network, address));
        if (!network.subnet().contains(wanted))
            throw Refused.badRequest(
                    "failed to set up container networking: no configured subnet contains IP address " + wanted);
        if (taken(network, wanted))
            throw Refused.forbidden("failed to set up container networking: Address already in use");
        return wanted;
    }

    private boolean taken(Network network, String address) {
        return address.equals(network.gateway())
                || model.containers().all().stream()
                        .flatMap(container -> endpointsOn(container, network))
                        .anyMatch(endpoint -> endpoint.address().equals(address));
    }

    void emit(String action, Network network, Map<String, String> more) {
        var attributes = new LinkedHashMap<>(more);
        attributes.put("name", network.name());
        attributes.put("type", network.driver());
        model.events().emit("network", action, network.id(), attributes);
    }
}
