package dev.dockline.state;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What differs between two snapshots, as far as it concerns what was touched.
 *
 * @param before how it was
 * @param after how it is
 * @param containers the containers that are new, changed or gone
 * @param volumes the volumes that are new or gone
 * @param networks the networks that are new or gone
 */
public record Delta(
        Snapshot before,
        Snapshot after,
        List<Change<ContainerState>> containers,
        List<Change<VolumeState>> volumes,
        List<Change<NetworkState>> networks) {

    /** No change. */
    public static final Delta NONE = new Delta(Snapshot.EMPTY, Snapshot.EMPTY, List.of(), List.of(), List.of());

    /**
     * One thing that is new, changed or gone.
     *
     * @param before how it was, null if it was not there
     * @param after how it is, null if it is gone
     */
    public record Change<T>(T before, T after) {
        /** The mark in a table: {@code +} new, {@code ~} changed, {@code -} gone. */
        public String mark() {
            return before == null ? "+" : after == null ? "-" : "~";
        }

        /** How it is, or how it was before it went. */
        public T latest() {
            return after == null ? before : after;
        }
    }

    /** The same with the containers told otherwise. */
    public Delta withContainers(List<Change<ContainerState>> others) {
        return new Delta(before, after, others, volumes, networks);
    }

    /**
     * The changes to what was touched and to its neighbours: what it is linked with, in either direction.
     *
     * @param touched the names and ids of the containers, volumes and networks that were acted on, in that order
     */
    public static Delta between(Snapshot before, Snapshot after, Set<String> touched) {
        if (touched.isEmpty()) {
            return NONE;
        }
        var linkedBefore = before.linkedFrom();
        var linkedAfter = after.linkedFrom();
        var ids = before.around(touched);
        ids.addAll(after.around(touched));
        var containers = changes(
                        only(before.containers(), ids),
                        only(after.containers(), ids),
                        ContainerState::id,
                        (a, b) -> !a.looksLike(b)
                                || !Objects.equals(linkedBefore.get(a.name()), linkedAfter.get(b.name())))
                .sorted(inTheOrderOf(touched))
                .toList();
        var volumes = changes(before.volumes(), after.volumes(), VolumeState::name, (a, b) -> false)
                .filter(change -> touched.contains(change.latest().name()) || usedBy(change, before, after, ids))
                .toList();
        var networks = changes(before.networks(), after.networks(), NetworkState::id, (a, b) -> false)
                .filter(change -> touched.contains(change.latest().name())
                        || touched.contains(change.latest().id()))
                .toList();
        return new Delta(before, after, containers, volumes, networks);
    }

    // First what was acted on, as it was; then what is another in consequence.
    private static Comparator<Change<ContainerState>> inTheOrderOf(Set<String> touched) {
        var order = new HashMap<String, Integer>();
        touched.forEach(name -> order.put(name, order.size()));
        return Comparator.comparingInt(change -> Math.min(
                order.getOrDefault(change.latest().name(), order.size()),
                order.getOrDefault(change.latest().id(), order.size())));
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return containers.isEmpty() && volumes.isEmpty() && networks.isEmpty();
    }

    private static List<ContainerState> only(List<ContainerState> containers, Set<String> ids) {
        return containers.stream().filter(c -> ids.contains(c.id())).toList();
    }

    private static boolean usedBy(Change<VolumeState> change, Snapshot before, Snapshot after, Set<String> ids) {
        String name = change.latest().name();
        return Stream.concat(before.users(name).stream(), after.users(name).stream())
                .anyMatch(user -> ids.contains(user.id()));
    }

    private static <T> Stream<Change<T>> changes(
            List<T> before, List<T> after, Function<T, String> key, BiPredicate<T, T> differ) {
        var then = byKey(before, key);
        var now = byKey(after, key);
        var newOrOther = after.stream()
                .filter(item -> !then.containsKey(key.apply(item)) || differ.test(then.get(key.apply(item)), item))
                .map(item -> new Change<>(then.get(key.apply(item)), item));
        var gone = before.stream()
                .filter(item -> !now.containsKey(key.apply(item)))
                .map(item -> new Change<T>(item, null));
        return Stream.concat(newOrOther, gone);
    }

    private static <T> Map<String, T> byKey(List<T> items, Function<T, String> key) {
        return items.stream().collect(Collectors.toMap(key, Function.identity(), (one, twin) -> one));
    }
}
