package dev.dockline.view;

import dev.dockline.state.ContainerState;
import dev.dockline.state.LinkState;
import dev.dockline.state.MountState;
import dev.dockline.state.NetworkState;
import dev.dockline.state.PublishedPort;
import dev.dockline.state.Snapshot;
import dev.dockline.state.VolumeState;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The picture of all that an engine has: networks, the containers on each, and their links, ports and volumes. */
public final class Topology {
    private static final Comparator<NetworkState> DEFAULT_FIRST = Comparator.comparing(
                    (NetworkState network) -> !network.name().equals("bridge"))
            .thenComparing(NetworkState::name);

    private final Snapshot snapshot;
    private final Set<String> told = new HashSet<>();
    private final Tree tree = Tree.of();

    private Topology(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Draws a snapshot. */
    public static Tree of(Snapshot snapshot) {
        var topology = new Topology(snapshot);
        snapshot.networks().stream().sorted(DEFAULT_FIRST).forEach(topology::network);
        topology.withoutNetwork();
        topology.unusedVolumes();
        return topology.tree;
    }

    // The engine's own networks are of interest only where somebody is on them.
    private void network(NetworkState network) {
        var members = snapshot.members(network);
        if (members.isEmpty() && network.subnet().isEmpty()) {
            return;
        }
        var gateway = network.gateway().isEmpty() ? "" : "gateway " + network.gateway();
        var top = tree.add(columns(network.name(), network.subnet(), gateway));
        int names = width(members.keySet());
        members.forEach((member, address) -> container(top, member, names, address));
    }

    private void withoutNetwork() {
        var alone = snapshot.containers().stream()
                .filter(container -> !told.contains(container.id()))
                .toList();
        if (!alone.isEmpty()) {
            var top = tree.add("on no network");
            int names = width(alone);
            alone.forEach(container -> container(top, container, names, ""));
        }
    }

    private void container(Tree above, ContainerState container, int names, String address) {
        var name = container.name() + " ".repeat(names - Width.of(container.name()));
        if (!told.add(container.id())) {
            above.add(columns(name, address, "(as above)"));
            return;
        }
        var ports = container.ports().stream().map(PublishedPort::toString).collect(Collectors.joining(" "));
        var branch = above.add(columns(name, address, container.summary(), ports));
        container.links().forEach(link -> branch.add("link " + target(link)));
        container.mounts().forEach(mount -> branch.add(mount(mount, container)));
    }

    private static String target(LinkState link) {
        var as = link.alias().equals(link.target()) ? "" : " as " + link.alias();
        return "→ " + link.target() + as + (link.isBroken() ? " (broken: " + link.fault() + ")" : "");
    }

    private String mount(MountState mount, ContainerState holder) {
        var from =
                mount.isAnonymous() ? mount.name().substring(0, 12) : mount.isVolume() ? mount.name() : mount.source();
        var others = snapshot.users(mount.name()).stream()
                .filter(user -> mount.isVolume() && !user.id().equals(holder.id()))
                .map(ContainerState::name)
                .collect(Collectors.joining(", "));
        return columns(
                mount.type() + " " + from + " → " + mount.destination() + (mount.writable() ? "" : " read-only"),
                others.isEmpty() ? "" : "also in " + others);
    }

    private void unusedVolumes() {
        var unused = snapshot.volumes().stream()
                .filter(volume -> snapshot.users(volume.name()).isEmpty())
                .map(VolumeState::shortName)
                .toList();
        if (!unused.isEmpty()) {
            var top = tree.add("volumes that no container uses");
            unused.forEach(top::add);
        }
    }

    private static int width(Collection<ContainerState> containers) {
        return containers.stream()
                .mapToInt(container -> Width.of(container.name()))
                .max()
                .orElse(0);
    }

    private static String columns(String... cells) {
        return List.of(cells).stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining("  "));
    }
}
