package dev.dockline.embedded.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Containers on networks: joining and leaving them while they live, and finding each other by name. */
public final class Connections {
    private final Model model;

    Connections(Model model) {
        this.model = model;
    }

    // Who is on the network of the machine, or on none, is on no other.
    private void checkAlone(Network network, Container container) {
        if (network.name().equals("host") && !container.spec().host().network().equals("host"))
            throw Refused.badRequest("container cannot be disconnected from host network or connected to host network");
        for (var name : container.endpoints().keySet()) {
            if (name.equals(network.name()) || model.networks().find(name).isEmpty()) continue;
            if (name.equals("host"))
                throw Refused.badRequest("container sharing network namespace with another container or host"
                        + " cannot be connected to any other network");
            if (name.equals("none") || network.name().equals("none"))
                throw Refused.badRequest("container cannot be connected to multiple networks with one of the networks"
                        + " in private (none) mode");
        }
    }

    /** A network that is not there yet is looked for when the container starts. */
    public void connect(String reference, Container container, EndpointSpec asked) {
        var network = model.networks().find(reference);
        if (network.isPresent() || container.state().running()) {
            connect(model.networks().get(reference), container, asked);
            return;
        }
        container.endpoints().put(reference, Endpoint.idle(asked));
        model.changed("container", container.id());
    }

    private void connect(Network network, Container container, EndpointSpec asked) {
        var complaints = complaints(network.name(), asked, network);
        if (!complaints.isEmpty()) throw Refused.badRequest(complaints);
        var running = container.state().running();
        if (running && container.endpoints().containsKey(network.name()))
            throw Refused.forbidden(
                    "endpoint with name " + container.name() + " already exists in network " + network.name());
        // One that does not run and has a place there keeps it as it is, whatever is asked now.
        if (container.endpoints().containsKey(network.name())) return;
        checkAlone(network, container);
        container.endpoints().put(network.name(), Endpoint.idle(asked));
        tellNames(container, network.name());
        model.changed("container", container.id());
        if (!running) return;
        model.networks().join(container, network);
        model.networks().emit("connect", network, Map.of("container", container.id()));
    }

    public void disconnect(String reference, Container container, boolean force) {
        var found = model.networks().find(reference);
        if (found.isEmpty() && container.state().running() && !force)
            model.networks().get(reference);
        if (found.isEmpty() && !container.endpoints().containsKey(reference))
            throw Refused.failed("container " + container.id() + " is not connected to the network " + reference);
        if (found.isPresent()) {
            disconnect(found.get(), container);
            return;
        }
        container.endpoints().remove(reference);
        model.changed("container", container.id());
    }

    private void disconnect(Network network, Container container) {
        if (!container.endpoints().containsKey(network.name()))
            throw Refused.failed("container " + container.id() + " is not connected to "
                    + (container.state().running() ? "network " : "the network ") + network.name());
        if (container.state().running()) model.networks().leave(container, network);
        container.endpoints().remove(network.name());
        model.changed("container", container.id());
    }

    /** Docker looks at what is asked of a place on a network before it looks for the network. */
    static void check(String name, EndpointSpec asked, Network network) {
        var text = complaints(name, asked, network);
        if (!text.isEmpty()) throw Refused.badRequest("invalid config for network " + name + ": " + text);
    }

    private static String complaints(String name, EndpointSpec asked, Network network) {
        var predefined = Networks.PREDEFINED.contains(name);
        var complaints = new ArrayList<String>();
        if (predefined && !asked.address().isEmpty())
            complaints.add("user specified IP address is supported on user defined networks only");
        if (predefined && !asked.aliases().isEmpty())
            complaints.add("network-scoped alias is supported only for containers in user defined networks");
        if (!predefined && network != null && !asked.address().isEmpty() && !network.subnetDeclared())
            complaints.add("user specified IP address is supported only when connecting to networks"
                    + " with user configured subnets");
        if (complaints.isEmpty()) return "";
        var text = complaints.size() == 1 ? complaints.get(0) : "* " + String.join("\n* ", complaints);
        return "invalid endpoint settings:\n" + text;
    }

    /** Tells a network by which names a container is to be found there; Docker's own networks look none up. */
    void tellNames(Container container, String network) {
        if (Networks.isPredefined(network)) return;
        var endpoint = container.endpoints().get(network);
        var names = new LinkedHashSet<String>();
        names.add(container.name());
        names.addAll(endpoint.asked().aliases());
        names.add(container.shortId());
        names.add(container.hostname());
        container.endpoints().put(network, endpoint.withNames(List.copyOf(names)));
    }

    /** It has another name: what it is on now learns it at once, the rest when it starts. */
    void renamed(Container container) {
        if (container.state().running())
            List.copyOf(container.endpoints().keySet()).forEach(network -> tellNames(container, network));
    }

    /** What a container's name server answers: the address of a name, on the networks it shares. */
    public Optional<String> resolve(Container asking, String name) {
        for (var entry : asking.endpoints().entrySet()) {
            var network = model.networks().find(entry.getKey());
            if (network.isEmpty() || !network.get().resolvesNames()) continue;
            var wanted = linked(entry.getValue().asked().links(), name).orElse(name);
            var found = member(network.get(), wanted);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static Optional<String> linked(List<String> links, String name) {
        return links.stream()
                .filter(link -> link.contains(":"))
                .filter(link -> link.substring(link.indexOf(':') + 1).equalsIgnoreCase(name))
                .map(link -> link.substring(0, link.indexOf(':')))
                .findFirst();
    }

    private Optional<String> member(Network network, String name) {
        var suffix = "." + network.name();
        var bare = name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
        return model.networks().members(network).stream()
                .filter(container -> container.endpoints().get(network.name()).names().stream()
                        .anyMatch(bare::equalsIgnoreCase))
                .map(container -> container.endpoints().get(network.name()).address())
                .findFirst();
    }

    /** Whether two addresses can reach each other: they are on one network. */
    public boolean reaches(Container from, String address) {
        return from.endpoints().keySet().stream()
                .map(model.networks()::find)
                .flatMap(Optional::stream)
                .anyMatch(
                        network -> network.subnet() != null && network.subnet().contains(address));
    }

    static Map<String, EndpointSpec> endpoints(ContainerSpec spec) {
        var all = new LinkedHashMap<String, EndpointSpec>();
        var mode = spec.host().network();
        all.put(mode, spec.endpoints().getOrDefault(mode, EndpointSpec.NONE));
        spec.endpoints().forEach((name, asked) -> {
            var key = name.toLowerCase(Locale.ROOT).equals("default") ? Networks.BRIDGE : name;
            all.putIfAbsent(key, asked);
        });
        return all;
    }
}
