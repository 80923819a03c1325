package dev.dockline.state;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells of links that Dockline recorded whether they still hold: an engine goes on telling of some that are dead. */
final class LinkCheck {
    private static final String NETWORK = "dev.dockline.network";

    private final Map<String, ContainerState> byId;
    private final Map<String, ContainerState> byName;

    private LinkCheck(List<ContainerState> containers) {
        byId = index(containers, ContainerState::id);
        byName = index(containers, ContainerState::name);
    }

    private static Map<String, ContainerState> index(
            List<ContainerState> containers, Function<ContainerState, String> key) {
        return containers.stream().collect(Collectors.toMap(key, Function.identity(), (one, other) -> one));
    }

    static List<ContainerState> checked(List<ContainerState> containers) {
        if (containers.stream().noneMatch(container -> container.labels().containsKey(LinkLabel.NAME))) {
            return List.copyOf(containers);
        }
        var check = new LinkCheck(containers);
        return containers.stream()
                .map(container -> container.labels().containsKey(LinkLabel.NAME)
                        ? container.withLinks(check.links(container))
                        : container)
                .toList();
    }

    private List<LinkState> links(ContainerState owner) {
        return LinkLabel.read(owner.labels()).stream()
                .map(link -> state(owner, link))
                .sorted()
                .toList();
    }

    private LinkState state(ContainerState owner, LinkLabel link) {
        String madeBy = link.address().isEmpty() ? "engine" : "Dockline";
        var target = byId.get(link.id());
        if (target == null) {
            String fault = byName.containsKey(link.target()) ? "replaced" : "gone";
            return new LinkState(link.target(), link.alias(), madeBy, "its target is " + fault);
        }
        String network = owner.labels().get(NETWORK);
        boolean left =
                network != null && target.running() && !target.addresses().containsKey(network);
        return new LinkState(
                target.name(), link.alias(), madeBy, left ? "its target has left the network of the link" : "");
    }
}
