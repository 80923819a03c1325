package dev.dockline;

import dev.dockline.engine.Act;
import dev.dockline.state.ContainerState;
import dev.dockline.state.Delta;
import dev.dockline.state.Snapshot;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What verbs change between {@link Docker#watch()} and {@link #delta()}: nothing is asked of the engine unless a verb
 * acts, and then only once before the first.
 */
public final class Changes implements AutoCloseable {
    private final Docker docker;
    private final Set<String> touched = new LinkedHashSet<>();
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

    // Lists tell less than an inspect, Podman's not even the exposed ports: what is going to be shown is told exactly.
    private Delta read() {
        var after = docker.snapshot(touched);
        var delta = Delta.between(before, after, touched);
        var neighbours = delta.containers().stream()
                .map(Delta.Change::latest)
                .filter(container -> !touched.contains(container.name()) && !touched.contains(container.id()))
                .map(ContainerState::id)
                .toList();
        return neighbours.isEmpty() ? delta : Delta.between(before, docker.exactly(after, neighbours), touched);
    }

    /** Stops watching. */
    @Override
    public void close() {
        docker.unwatch(this);
    }

    synchronized void before(Act act) {
        if (before == null) {
            before = docker.snapshot(Set.of());
        }
        // What an earlier verb may have changed already keeps what the list told of it.
        boolean untouched = touched.stream().noneMatch(other -> before.areLinked(other, act.name()));
        if (touched.add(act.name()) && untouched && !act.name().isEmpty()) {
            before = docker.exactly(before, act.name());
        }
    }

    synchronized void touched(String nameOrId) {
        touched.add(nameOrId);
    }
}
