package dev.dockline;

import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.InternalServerErrorException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.WaitContainerCondition;
import dev.dockline.engine.Act;
import dev.dockline.engine.Creation;
import dev.dockline.engine.Declared;
import dev.dockline.engine.Engine;
import dev.dockline.engine.Handover;
import dev.dockline.error.ContainerReplaced;
import dev.dockline.error.NoSuchContainer;
import dev.dockline.link.Links;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.Link;
import dev.dockline.state.VolumeFate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The verbs that bring a container from one state into another. */
final class Lifecycle {
    private static final Pattern ALREADY = Pattern.compile("is already paused|cannot resume a running process");

    private final Docker docker;
    private final Container container;

    Lifecycle(Docker docker, Container container) {
        this.docker = docker;
        this.container = container;
    }

    Container run(ContainerSpec spec) {
        var act = container.act("run");
        return docker.act(act, () -> {
            var making = new Making(docker, act);
            var made = making.make(Declared.recorded(spec));
            docker.touched(made.id());
            making.orDiscard(() -> {
                docker.link().docker().startContainerCmd(made.id()).exec();
                new Readiness(docker, act, made.id()).await(spec);
                return made;
            });
            return seal(spec, made);
        });
    }

    Container create(ContainerSpec spec) {
        var act = container.act("create");
        return docker.act(act, () -> {
            var made = new Making(docker, act).make(Declared.recorded(spec));
            docker.touched(made.id());
            return seal(spec, made);
        });
    }

    private Container seal(ContainerSpec spec, Creation.Made made) {
        container.sealed(new ContainerSpec(made.name(), spec.settings()), made.id());
        container.markMadeByRun();
        return container;
    }

    Container start() {
        return changed(
                "start",
                id -> unlessAlready(
                        () -> docker.link().docker().startContainerCmd(id).exec()));
    }

    Container stop() {
        return changed(
                "stop",
                id -> unlessAlready(
                        () -> docker.link().docker().stopContainerCmd(id).exec()));
    }

    Container restart() {
        return changed(
                "restart", id -> docker.link().docker().restartContainerCmd(id).exec());
    }

    Container kill(String signal) {
        return changed(
                "kill",
                id -> docker.link()
                        .docker()
                        .killContainerCmd(id)
                        .withSignal(signal)
                        .exec());
    }

    Container pause() {
        return changed(
                "pause",
                id -> unless(
                        "paused",
                        id,
                        () -> docker.link().docker().pauseContainerCmd(id).exec()));
    }

    Container unpause() {
        return changed(
                "unpause",
                id -> unless(
                        "running",
                        id,
                        () -> docker.link().docker().unpauseContainerCmd(id).exec()));
    }

    // Asked first: some engines answer a pause of what is paused with an error like any other. What Docker 20 tells may
    // be a moment old, and it says so.
    private void unless(String status, String id, Runnable verb) {
        var state =
                docker.link().read("/containers/" + Engine.part(id) + "/json").path("State");
        if (state.path("Status").asText().equals(status)) {
            return;
        }
        try {
            verb.run();
        } catch (DockerException refused) {
            if (!ALREADY.matcher(refused.getMessage()).find()) {
                throw refused;
            }
        }
    }

    Container rename(String newName) {
        var renamed = new ContainerSpec(newName, container.declaration().settings());
        if (newName.equals(container.name())) {
            return container;
        }
        docker.touched(newName);
        changed("rename", id -> renamed(id, newName));
        container.renamed(renamed);
        return container;
    }

    private void renamed(String id, String newName) {
        try {
            docker.link().docker().renameContainerCmd(id).withName(newName).exec();
        } catch (InternalServerErrorException refused) {
            // Podman 5.8 tells what its database says, and not which name it is about.
            throw refused.getMessage().contains("UNIQUE constraint failed")
                    ? new ConflictException("name " + newName + " already in use", refused)
                    : refused;
        }
    }

    Container awaitReady() {
        var act = container.act("await");
        return located(act, () -> {
            new Readiness(docker, act, container.target(act.verb())).await(container.declaration());
            return container;
        });
    }

    Container remove(boolean force, boolean volumes) {
        changed("remove", id -> {
            var before = volumes || !isPlain() ? docker.link().read("/containers/" + Engine.part(id) + "/json") : null;
            var fates = volumes ? VolumeFates.of(docker, before) : List.<VolumeFate>of();
            warn(fates);
            removed(id, force, volumes);
            if (volumes) {
                Replacement.carriedBy(before).forEach(this::removeUnused);
                fates.stream().filter(fate -> !fate.deleted()).forEach(fate -> docker.note(fate.toString()));
            }
            if (before != null) {
                Links.release(docker.link(), before);
            }
        });
        container.unsealed();
        return container;
    }

    private void warn(List<VolumeFate> fates) {
        var lost = fates.stream()
                .filter(VolumeFate::deleted)
                .map(fate -> fate.mount().destination())
                .collect(Collectors.joining(", "));
        if (!lost.isEmpty()) {
            docker.warn("container \"" + container.name() + "\" goes with the data of " + lost
                    + ", which undo() cannot bring back; remove() leaves it");
        }
    }

    private void removed(String id, boolean force, boolean volumes) {
        try {
            docker.link().remove(id, force || docker.mayHaveEnded(id), volumes);
        } catch (ConflictException refused) {
            if (!refused.getMessage().contains("already in progress")) {
                throw refused;
            }
            awaitGone(id);
        }
    }

    // Another is at it, as an engine with an autoRemove container: what was asked for is done when that is done.
    private void awaitGone(String id) {
        try {
            docker.link()
                    .docker()
                    .waitContainerCmd(id)
                    .withCondition(WaitContainerCondition.REMOVED)
                    .exec(Handover.closeOnCancel(new WaitContainerResultCallback()))
                    .awaitStatusCode();
        } catch (NotFoundException gone) {
            return;
        }
    }

    // Of what this handle has just made without links, nothing but the container has to go.
    private boolean isPlain() {
        return container.madeByRun() && !container.declaration().has(Link.class);
    }

    private void removeUnused(String volume) {
        try {
            docker.link().docker().removeVolumeCmd(volume).exec();
        } catch (DockerException heldOrGone) {
            // Another container uses it, as it may use any anonymous volume; then it stays.
        }
    }

    int awaitExit() {
        var act = container.act("await the exit of");
        return docker.beyondReading(
                act,
                () -> 0,
                () -> locate(act, () -> {
                    var callback = Handover.closeOnCancel(docker.link()
                            .docker()
                            .waitContainerCmd(container.target(act.verb()))
                            .withCondition(WaitContainerCondition.NOT_RUNNING)
                            .exec(new WaitContainerResultCallback()));
                    return callback.awaitStatusCode();
                }));
    }

    private interface Step {
        void on(String id);
    }

    private Container changed(String verb, Step step) {
        var act = container.act(verb);
        String target = container.target(verb);
        return docker.act(
                act,
                () -> locate(act, () -> {
                    step.on(target);
                    return container;
                }));
    }

    private <T> T located(Act act, Callable<T> work) {
        return docker.read(act, () -> locate(act, work));
    }

    // The handle goes by the id it made. When that is gone and the name is another's, the user must know.
    private <T> T locate(Act act, Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (NotFoundException gone) {
            if (container.isSealed()) {
                var now = docker.snapshots().containers().container(container.name());
                if (now.isPresent()) {
                    String made = container.target(act.verb()).substring(0, 12);
                    throw new ContainerReplaced(
                            act.what(), container.name(), made, now.get().shortId());
                }
            }
            throw new NoSuchContainer(act.what(), container.name(), gone);
        }
    }

    private static void unlessAlready(Runnable verb) {
        try {
            verb.run();
        } catch (NotModifiedException already) {
            // Already in that state is no error: the line that is run twice has what it wanted.
        }
    }
}
