package dev.dockline;

import com.github.dockerjava.api.exception.DockerException;
import dev.dockline.engine.Engine;
import dev.dockline.state.ContainerJson;
import dev.dockline.state.ContainerState;
import dev.dockline.state.Snapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
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

    /** What was known a moment ago, with what verbs have touched since. */
    Snapshot since(Snapshot known) {
        var now = known;
        for (var name : lately.all()) {
            now = name.isEmpty() ? now : withExactly(now, name);
        }
        return now;
    }

    /** A snapshot with volumes and networks as they are now. */
    Snapshot withOthers(Snapshot snapshot) {
        return snapshot.withOthers(engine.read("/volumes").path("Volumes"), engine.read("/networks"));
    }

    /** A snapshot with those of some containers that it has told exactly, each asked for once. */
    Snapshot exactly(Snapshot snapshot, Collection<String> namesOrIds) {
        var ids = new LinkedHashSet<String>();
        namesOrIds.forEach(
                name -> snapshot.container(name).map(ContainerState::id).ifPresent(ids::add));
        var exact = snapshot;
        for (var id : ids) {
            exact = withExactly(exact, id);
        }
        return exact;
    }

    /** A snapshot with the container of a name or id told exactly, or without it if it is not there. */
    Snapshot withExactly(Snapshot snapshot, String nameOrId) {
        return container(nameOrId).map(snapshot::with).orElseGet(() -> snapshot.without(nameOrId));
    }

    /** The container of a name or id as it is now, if it is there. */
    Optional<ContainerState> container(String nameOrId) {
        try {
            var json = engine.read("/containers/" + Engine.part(nameOrId) + "/json");
            return Optional.of(ContainerJson.inspected(json, Instant.now()));
        } catch (DockerException gone) {
            return Optional.empty();
        }
    }
}
