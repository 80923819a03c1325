package dev.dockline;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.DockerClient;
import dev.dockline.engine.Act;
import dev.dockline.engine.Creation;
import dev.dockline.engine.Declared;
import dev.dockline.engine.Engine;
import dev.dockline.engine.Handover;
import dev.dockline.error.DocklineException;
import dev.dockline.error.NotDeclarable;
import dev.dockline.error.ReplaceFailed;
import dev.dockline.link.Links;
import dev.dockline.spec.Access;
import dev.dockline.spec.BindMount;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.Label;
import dev.dockline.spec.Mount;
import dev.dockline.spec.Tmpfs;
import dev.dockline.spec.VolumeMount;
import dev.dockline.spec.VolumesFrom;
import dev.dockline.state.ContainerJson;
import dev.dockline.state.ContainerState;
import dev.dockline.state.MountState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts a new container in the place of one that exists, and the old one back if the new one does not come up.
 *
 * <p>The old one steps aside under another name and is stopped only when the new one is made; it is removed only when
 * the new one runs and is ready. Its anonymous volumes are mounted in the new one by name. A session that dies midway
 * leaves both; the next {@code up} or {@code replace} of that name puts them in order.
 */
final class Replacement {
    private static final String ASIDE = ".replaced";
    private static final String CARRIED = "dev.dockline.carried";

    private final Docker docker;
    private final Act act;

    Replacement(Docker docker, Act act) {
        this.docker = docker;
        this.act = act;
    }

    /** Replaces a container and returns the new one; it runs if the old one ran or is to be started. */
    Creation.Made replace(JsonNode inspected, ContainerSpec spec, boolean fresh, boolean start) throws Exception {
        var old = ContainerJson.inspected(inspected, Instant.now());
        var unspoken = Declared.unspoken(inspected);
        if (!unspoken.isEmpty()) {
            throw new NotDeclarable(act.what(), old.name(), unspoken);
        }
        var carried = fresh ? List.<MountState>of() : carried(old, spec);
        docker.touched(old.id());
        boolean done = false;
        var making = new Making(docker, act);
        Creation.Made made;
        try {
            client().renameContainerCmd(old.id()).withName(old.name() + ASIDE).exec();
            made = making.make(mounting(carried, Declared.recorded(spec)));
            docker.touched(made.id());
            quiet(old);
            if (start) {
                client().startContainerCmd(made.id()).exec();
                new Readiness(docker, act, made.id()).await(spec);
            }
            done = true;
        } catch (Exception failure) {
            throw explained(old, failure);
        } finally {
            if (!done) {
                Handover.cleanUp(() -> putBack(old, making));
            }
        }
        docker.link().remove(old.id(), true, false);
        Links.release(docker.link(), inspected);
        carried.forEach(volume -> docker.note(spec.name() + " keeps the data of " + volume.destination() + " (volume "
                + volume.name().substring(0, 12) + ")"));
        return made;
    }

    /** Puts in order what a session that died midway left behind. */
    void recover(String name) {
        var aside = find(name + ASIDE);
        if (aside == null) {
            return;
        }
        var there = find(name);
        boolean started =
                there != null && !there.path("State").path("Status").asText().equals("created");
        if (started) {
            docker.link().remove(aside.path("Id").asText(), true, false);
            return;
        }
        if (there != null) {
            client().removeContainerCmd(there.path("Id").asText())
                    .withRemoveVolumes(true)
                    .exec();
        }
        client().renameContainerCmd(aside.path("Id").asText()).withName(name).exec();
        if (there != null && stoppedAfter(there, aside)) {
            client().startContainerCmd(aside.path("Id").asText()).exec();
        }
        docker.note(name + " was being replaced when a session ended; the old one is back");
    }

    // The old one is stopped only once the new one is made: what ended before that had not run.
    private static boolean stoppedAfter(JsonNode made, JsonNode old) {
        var created = Instant.parse(made.path("Created").asText());
        var finished = Instant.parse(old.path("State").path("FinishedAt").asText());
        return !old.path("State").path("Running").asBoolean() && finished.isAfter(created);
    }

    /** The container of this name, or null. */
    JsonNode find(String name) {
        try {
            return docker.link().read("/containers/" + Engine.part(name) + "/json");
        } catch (com.github.dockerjava.api.exception.DockerException e) {
            if (e.getHttpStatus() == 404) {
                return null;
            }
            throw e;
        }
    }

    /** The volumes that a container got from one it replaced, which an engine takes for named ones. */
    static List<String> carriedBy(JsonNode inspected) {
        var label = inspected.path("Config").path("Labels").path(CARRIED).asText("");
        return label.isEmpty() ? List.of() : List.of(label.split(" "));
    }

    private DockerClient client() {
        return docker.link().docker();
    }

    private void quiet(ContainerState old) {
        if (old.status().equals("paused")) {
            client().unpauseContainerCmd(old.id()).exec();
        }
        if (old.running() || old.status().equals("restarting")) {
            client().stopContainerCmd(old.id()).exec();
        }
    }

    private void putBack(ContainerState old, Making making) {
        making.discard();
        if (find(old.id()) == null) {
            return;
        }
        if (find(old.name() + ASIDE) != null) {
            client().renameContainerCmd(old.id()).withName(old.name()).exec();
        }
        boolean runs = find(old.id()).path("State").path("Running").asBoolean();
        if (old.running() && !runs) {
            client().startContainerCmd(old.id()).exec();
        }
        if (old.status().equals("paused")) {
            client().pauseContainerCmd(old.id()).exec();
        }
    }

    private Exception explained(ContainerState old, Exception failure) {
        var explained = docker.explain(act, failure);
        if (!(explained instanceof DocklineException ours) || Handover.cancelled()) {
            return explained;
        }
        return new ReplaceFailed(act.what(), "the old one is " + (old.running() ? "running again" : "back"), ours);
    }

    // An anonymous volume is carried to where it was, unless the new declaration puts something else there.
    List<MountState> carried(ContainerState old, ContainerSpec spec) {
        var taken = new HashSet<>(inherited(spec));
        spec.all(BindMount.class).map(Mount::target).forEach(taken::add);
        spec.all(Tmpfs.class).map(Tmpfs::target).forEach(taken::add);
        spec.all(VolumeMount.class)
                .filter(volume -> !volume.anonymous())
                .map(Mount::target)
                .forEach(taken::add);
        return old.volumes().stream()
                .filter(MountState::isAnonymous)
                .filter(volume -> !taken.contains(volume.destination()))
                .toList();
    }

    private Set<String> inherited(ContainerSpec spec) {
        return spec.all(VolumesFrom.class)
                .map(from -> find(from.container()))
                .filter(java.util.Objects::nonNull)
                .flatMap(source -> ContainerJson.inspected(source, Instant.now()).mounts().stream())
                .map(MountState::destination)
                .collect(Collectors.toSet());
    }

    /** A declaration that mounts volumes where another container had them. */
    static ContainerSpec mounting(List<MountState> carried, ContainerSpec spec) {
        var mounting = spec;
        var names = new ArrayList<String>();
        for (var volume : carried) {
            names.add(volume.name());
            mounting = mounting.with(new VolumeMount(
                    volume.name(), volume.destination(), volume.writable() ? Access.READ_WRITE : Access.READ_ONLY));
        }
        return names.isEmpty() ? mounting : mounting.with(new Label(CARRIED, String.join(" ", names)));
    }
}
