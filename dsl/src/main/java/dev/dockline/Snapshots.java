package dev.dockline;

import com.github.dockerjava.api.exception.DockerException;
import dev.dockline.engine.Engine;
import dev.dockline.state.ContainerJson;
import dev.dockline.state.ContainerState;
import dev.dockline.state.Snapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes snapshots of an engine: lists, and asks for single containers where its lists lag behind or tell too little. */
record Snapshots(Engine engine, Lately lately) {
    /** All there is. */
    Snapshot all() {
        return all(Set.of());
    }

    /** All there is, told exactly for some containers, by whichever name or id, and for those acted on a moment ago. */
    Snapshot all(Set<String> exact) {
        return withOthers(containers(exact));
    }

    /** The containers alone, which is a third of it all. */
    Snapshot containers() {
        return containers(Set.of());
    }

    /** The containers alone, told exactly for some. */
    Snapshot containers(Set<String> exact) {
        var names = new LinkedHashSet<>(exact);
        names.addAll(lately.all());
        return exactly(Snapshot.ofContainers(engine.read("/containers/json?all=true")), names);
    }

    /** A snapshot with volumes and networks as they are now. */
    Snapshot withOthers(Snapshot snapshot) {
        return snapshot.withOthers(engine.read("/volumes").path("Volumes"), engine.read("/networks"));
    }

    /** A snapshot with those of some containers that it has told exactly. */
    Snapshot exactly(Snapshot snapshot, Collection<String> namesOrIds) {
        return now(
                snapshot,
                namesOrIds.stream()
                        .filter(name -> snapshot.container(name).isPresent())
                        .toList());
    }

    /**
     * A snapshot with some containers told exactly, those that are new too, and without those that are not there, and with
     * all that verbs acted on a moment ago.
     */
    Snapshot since(Snapshot snapshot, Collection<String> namesOrIds) {
        var names = new LinkedHashSet<>(namesOrIds);
        names.addAll(lately.all());
        names.remove("");
        return now(snapshot, names);
    }

    // A name and an id may be of the same one, which is asked for once.
    private Snapshot now(Snapshot snapshot, Collection<String> namesOrIds) {
        var asked = new HashSet<String>();
        var now = snapshot;
        for (var name : namesOrIds) {
            if (asked.add(name)) {
                var found = container(name);
                found.ifPresent(there -> asked.addAll(List.of(there.id(), there.name())));
                now = found.map(now::with).orElse(now.without(name));
            }
        }
        return now;
    }

    /** The container of a name or id as it is now, if it is there. */
    Optional<ContainerState> container(String nameOrId) {
        try {
            var json = engine.read("/containers/" + Engine.part(nameOrId) + "/json");
            // Docker takes for a name that is not there the beginning of an id that is.
            return Optional.of(ContainerJson.inspected(json, Instant.now()))
                    .filter(found -> found.name().equals(nameOrId) || found.id().equals(nameOrId));
        } catch (DockerException gone) {
            return Optional.empty();
        }
    }
}
