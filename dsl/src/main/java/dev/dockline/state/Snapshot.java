package dev.dockline.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that an engine had at one moment.
 *
 * @param containers the containers, the newest first
 * @param volumes the volumes
 * @param networks the networks
 */
public record Snapshot(List<ContainerState> containers, List<VolumeState> volumes, List<NetworkState> networks) {
    /** Nothing at all. */
    public static final Snapshot EMPTY = new Snapshot(List.of(), List.of(), List.of());

    /** Copies the lists, and looks after each link whether its target is still the one it was made to. */
    public Snapshot {
        containers = LinkCheck.checked(containers);
        volumes = List.copyOf(volumes);
        networks = List.copyOf(networks);
    }

    /** Reads the engine's list of containers. */
    public static Snapshot ofContainers(JsonNode containers) {
        var links = new HashMap<String, List<LinkState>>();
        var rows = new ArrayList<ContainerState>();
        // Docker lists the newest first, Podman in no order.
        var newestFirst = each(containers);
        newestFirst.sort(
                Comparator.comparingLong((JsonNode json) -> json.path("Created").asLong())
                        .reversed());
        for (var json : newestFirst) {
            ContainerJson.linksTo(json)
                    .forEach((from, more) -> links.computeIfAbsent(from, name -> new ArrayList<>())
                            .addAll(more));
            rows.add(ContainerJson.listed(json));
        }
        return new Snapshot(rows.stream().map(row -> linked(row, links)).toList(), List.of(), List.of());
    }

    private static ContainerState linked(ContainerState row, Map<String, List<LinkState>> links) {
        var all = new TreeSet<>(row.links());
        all.addAll(links.getOrDefault(row.name(), List.of()));
        return row.withLinks(List.copyOf(all));
    }

    private static List<JsonNode> each(JsonNode array) {
        var nodes = new ArrayList<JsonNode>();
        array.forEach(nodes::add);
        return nodes;
    }

    /** This snapshot with one container told more exactly, or in front if it is new. */
    public Snapshot with(ContainerState exact) {
        return new Snapshot(put(containers, exact, ContainerState::id), volumes, networks);
    }

    /** This snapshot with the latest of what a delta tells of. */
    public Snapshot with(Delta delta) {
        return new Snapshot(
                merged(containers, delta.containers(), ContainerState::id),
                merged(volumes, delta.volumes(), VolumeState::name),
                merged(networks, delta.networks(), NetworkState::id));
    }

    private static <T> List<T> merged(List<T> rows, List<Delta.Change<T>> changes, Function<T, String> key) {
        var all = rows;
        for (var change : changes) {
            all = change.after() != null ? put(all, change.after(), key) : without(all, change.before(), key);
        }
        return all;
    }

    private static <T> List<T> put(List<T> rows, T row, Function<T, String> key) {
        var all = new ArrayList<T>(rows);
        for (var i = 0; i < all.size(); i++) {
            if (key.apply(all.get(i)).equals(key.apply(row))) {
                all.set(i, row);
                return all;
            }
        }
        all.add(0, row);
        return all;
    }

    private static <T> List<T> without(List<T> rows, T gone, Function<T, String> key) {
        return rows.stream()
                .filter(row -> !key.apply(row).equals(key.apply(gone)))
                .toList();
    }

    /** This snapshot with volumes and networks listed anew. */
    public Snapshot withOthers(JsonNode newVolumes, JsonNode newNetworks) {
        return new Snapshot(
                containers,
                each(newVolumes).stream().map(VolumeState::of).toList(),
                each(newNetworks).stream().map(NetworkState::of).toList());
    }

    /** This snapshot without a container that has gone since. */
    public Snapshot without(String nameOrId) {
        var rows = containers.stream()
                .filter(row -> !row.id().equals(nameOrId) && !row.name().equals(nameOrId))
                .toList();
        return new Snapshot(rows, volumes, networks);
    }

    /** The container of this name or id. */
    public Optional<ContainerState> container(String nameOrId) {
        return containers.stream()
                .filter(c -> c.name().equals(nameOrId) || c.id().equals(nameOrId))
                .findFirst();
    }

    /** The names of the containers that are linked to this one. */
    public List<String> linkedFrom(String name) {
        // Asked for each row of a table, so that most containers, which have no link, must cost next to nothing.
        return containers.stream()
                .filter(c -> !c.links().isEmpty()
                        && c.links().stream().anyMatch(link -> link.target().equals(name)))
                .map(ContainerState::name)
                .toList();
    }

    /**
     * The ids of some containers and of their neighbours: those that one is linked to, and those linked to it.
     *
     * @param namesOrIds the containers' names or ids; what else has a name may be among them
     */
    public Set<String> around(Set<String> namesOrIds) {
        var linkedFrom = linkedFrom();
        var names = new HashSet<String>();
        for (var container : containers) {
            if (namesOrIds.contains(container.name()) || namesOrIds.contains(container.id())) {
                names.add(container.name());
                container.links().forEach(link -> names.add(link.target()));
                names.addAll(linkedFrom.getOrDefault(container.name(), List.of()));
            }
        }
        return containers.stream()
                .filter(container -> names.contains(container.name()))
                .map(ContainerState::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** For each container that others are linked to, by its name, the names of those. */
    Map<String, List<String>> linkedFrom() {
        var from = new HashMap<String, List<String>>();
        for (var container : containers) {
            for (var target : new TreeSet<>(
                    container.links().stream().map(LinkState::target).toList())) {
                from.computeIfAbsent(target, name -> new ArrayList<>()).add(container.name());
            }
        }
        return from;
    }

    /** Whether one of two containers, told by name or id, is linked to the other. */
    public boolean areLinked(String one, String other) {
        var first = container(one);
        var second = container(other);
        return first.isPresent()
                && second.isPresent()
                && (isLinked(first.get(), second.get()) || isLinked(second.get(), first.get()));
    }

    private static boolean isLinked(ContainerState from, ContainerState to) {
        return from.links().stream().anyMatch(link -> link.target().equals(to.name()));
    }

    /** The containers on a network, running or not, each with its address there, empty while it does not run. */
    public Map<ContainerState, String> members(NetworkState network) {
        var members = new LinkedHashMap<ContainerState, String>();
        for (var container : containers) {
            var address = container.addresses().get(nameInContainers(network));
            if (address != null) {
                members.put(container, address);
            }
        }
        return members;
    }

    // Podman lists its default network under Docker's name for it, and names it otherwise in each container.
    private String nameInContainers(NetworkState network) {
        boolean podman = network.name().equals("bridge")
                && containers.stream().noneMatch(c -> c.addresses().containsKey("bridge"))
                && networks.stream().noneMatch(other -> other.name().equals("podman"));
        return podman ? "podman" : network.name();
    }

    /** The containers that hold a volume, running or not. */
    public List<ContainerState> users(String volume) {
        return containers.stream()
                .filter(c -> !c.mounts().isEmpty()
                        && c.mounts().stream()
                                .anyMatch(mount ->
                                        mount.isVolume() && mount.name().equals(volume)))
                .toList();
    }
}
