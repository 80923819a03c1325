package dev.dockline.state;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
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

    /**
     * The changes to what was touched and to its neighbours: what it is linked with, in either direction.
     *
     * @param touched the names and ids of the containers, volumes and networks that were acted on
     */
    public static Delta between(Snapshot before, Snapshot after, Set<String> touched) {
        var ids = touchedContainers(before, after, touched);
        var containers = changes(
                        before.containers(),
                        after.containers(),
                        ContainerState::id,
                        (a, b) -> !alike(before, a, after, b))
                .filter(change -> ids.contains(change.latest().id()))
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

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return containers.isEmpty() && volumes.isEmpty() && networks.isEmpty();
    }

    private static boolean alike(Snapshot before, ContainerState a, Snapshot after, ContainerState b) {
        return a.looksLike(b) && before.linkedFrom(a.name()).equals(after.linkedFrom(b.name()));
    }

    private static Set<String> touchedContainers(Snapshot before, Snapshot after, Set<String> touched) {
        var ids = new HashSet<String>();
        for (var snapshot : List.of(before, after)) {
            for (var container : snapshot.containers()) {
                if (touched.contains(container.name()) || touched.contains(container.id())) {
                    ids.add(container.id());
                    neighbours(snapshot, container).forEach(ids::add);
                }
            }
        }
        return ids;
    }

    private static Stream<String> neighbours(Snapshot snapshot, ContainerState container) {
        return Stream.concat(
                        container.links().stream().map(LinkState::target),
                        snapshot.linkedFrom(container.name()).stream())
                .map(snapshot::container)
                .flatMap(java.util.Optional::stream)
                .map(ContainerState::id);
    }

    private static boolean usedBy(Change<VolumeState> change, Snapshot before, Snapshot after, Set<String> ids) {
        String name = change.latest().name();
        return Stream.concat(before.users(name).stream(), after.users(name).stream())
                .anyMatch(user -> ids.contains(user.id()));
    }

    private static <T> Stream<Change<T>> changes(
            List<T> before, List<T> after, Function<T, String> key, java.util.function.BiPredicate<T, T> differ) {
        var found = new ArrayList<Change<T>>();
        for (var now : after) {
            var then = find(before, key, key.apply(now));
            if (then == null || differ.test(then, now)) {
                found.add(new Change<>(then, now));
            }
        }
        before.stream()
                .filter(then -> find(after, key, key.apply(then)) == null)
                .forEach(then -> found.add(new Change<>(then, null)));
        return found.stream();
    }

    private static <T> T find(List<T> list, Function<T, String> key, String wanted) {
        return list.stream()
                .filter(item -> Objects.equals(key.apply(item), wanted))
                .findFirst()
                .orElse(null);
    }
}
