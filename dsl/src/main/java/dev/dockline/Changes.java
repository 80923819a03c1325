package dev.dockline;

import dev.dockline.engine.Act;
import dev.dockline.state.ContainerState;
import dev.dockline.state.Delta;
import dev.dockline.state.Snapshot;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What verbs change between {@link Docker#watch()} and {@link #delta()}: nothing is asked of the engine unless a verb
 * acts, and then only once before the first.
 */
public final class Changes implements AutoCloseable {
    private static final int MANY = 20;

    private final Docker docker;
    private final Set<String> touched = new LinkedHashSet<>();
    private final Set<String> containers = new LinkedHashSet<>();
    private Snapshot before;

    Changes(Docker docker) {
        this.docker = docker;
    }

    /** What changed so far of what was acted on; stops watching. */
    public Delta delta() {
        close();
        synchronized (this) {
            if (before == null) {
                return Delta.NONE;
            }
            var delta = docker.call("Cannot read what changed", this::read);
            docker.told(delta);
            return delta;
        }
    }

    private Delta read() {
        var asked = new LinkedHashSet<>(containers);
        asked.addAll(before.around(touched));
        return (asked.size() > MANY ? Optional.<Snapshot>empty() : docker.mirrored(asked))
                .map(mirrored -> mirrored(mirrored, asked))
                .orElseGet(this::listed);
    }

    // What a verb touched and what is linked with it is asked for, the rest is known: this costs with the change.
    private Delta mirrored(Snapshot mirrored, Set<String> asked) {
        var linked = mirrored.around(touched);
        linked.removeAll(asked);
        mirrored.containers().stream()
                .filter(container -> asked.contains(container.name()))
                .forEach(container -> linked.remove(container.id()));
        var after = linked.isEmpty() ? mirrored : docker.snapshots().exactly(mirrored, linked);
        return Delta.between(before, docker.snapshots().withOthers(after), touched);
    }

    // Lists tell less than an inspect, Podman's not even the exposed ports: what is going to be shown is told exactly.
    private Delta listed() {
        var after = docker.snapshots().all(touched);
        var delta = Delta.between(before, after, touched);
        var neighbours = delta.containers().stream()
                .map(Delta.Change::latest)
                .filter(container -> !touched.contains(container.name()) && !touched.contains(container.id()))
                .map(ContainerState::id)
                .toList();
        return neighbours.isEmpty()
                ? delta
                : Delta.between(before, docker.snapshots().exactly(after, neighbours), touched);
    }

    /** Stops watching. */
    @Override
    public void close() {
        docker.unwatch(this);
    }

    synchronized void before(Act act) {
        var acted = act.kind().endsWith("container") && !act.name().isEmpty() ? Set.of(act.name()) : Set.<String>of();
        if (before == null) {
            before = docker.mirrored(acted).orElseGet(() -> docker.snapshots().all(acted));
        } else if (isUntouched(act.name())) {
            before = docker.snapshots().exactly(before, acted);
        }
        touched.add(act.name());
        containers.addAll(acted);
    }

    // What an earlier verb may have changed already keeps what was known of it.
    private boolean isUntouched(String name) {
        return !touched.contains(name) && touched.stream().noneMatch(other -> before.areLinked(other, name));
    }

    synchronized void touched(String nameOrId) {
        touched.add(nameOrId);
        containers.add(nameOrId);
    }
}
