package dev.dockline;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.exception.DockerException;
import dev.dockline.engine.Act;
import dev.dockline.engine.Creation;
import dev.dockline.engine.Declared;
import dev.dockline.engine.Engine;
import dev.dockline.error.NameNeeded;
import dev.dockline.error.NoSuchContainer;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.Difference;
import dev.dockline.spec.ImageReference;
import dev.dockline.state.ContainerJson;
import dev.dockline.state.LinkState;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The verbs that bring a container to what is declared, from whatever is there. */
final class Up {
    private final Docker docker;
    private final Container container;
    private final boolean fresh;

    Up(Docker docker, Container container, boolean fresh) {
        this.docker = docker;
        this.container = container;
        this.fresh = fresh;
    }

    /** Leaves what matches, replaces what does not, makes what is not there. */
    Container up(ContainerSpec wanted) {
        var act = container.act("bring up");
        if (wanted.name().isEmpty()) {
            throw new NameNeeded(act.what());
        }
        return docker.act(act, () -> {
            var replacement = new Replacement(docker, act);
            replacement.recover(wanted.name());
            var there = replacement.find(wanted.name());
            if (there == null) {
                return new Lifecycle(docker, container).run(wanted);
            }
            // A name alone stands for what was declared under it before.
            var spec = wanted.settings().isEmpty() ? Declared.of(docker.link(), there) : wanted;
            var reason = reason(act, spec, there);
            if (reason.isEmpty()) {
                return running(act, spec, there);
            }
            docker.note(spec.name() + " is replaced: " + reason);
            boolean start = true;
            return sealed(spec, replacement.replace(there, spec, fresh, start));
        });
    }

    /** Replaces what is there by the same with a few edits; it runs if the old one ran. */
    Container replace(Consumer<Container> edit) {
        var act = container.act("replace");
        String target = container.target("replace");
        return docker.act(act, () -> {
            var replacement = new Replacement(docker, act);
            replacement.recover(container.name());
            var there = replacement.find(target);
            if (there == null) {
                throw new NoSuchContainer(act.what(), container.name(), null);
            }
            var was = Declared.of(docker.link(), there);
            var edited = new Container(docker, container.isSealed() ? container.declaration() : was);
            edit.accept(edited);
            var spec = new ContainerSpec(was.name(), edited.declaration().settings());
            image(act, spec);
            boolean start = ContainerJson.inspected(there, Instant.now()).running();
            return sealed(spec, replacement.replace(there, spec, fresh, start));
        });
    }

    private Container sealed(ContainerSpec spec, Creation.Made made) {
        container.sealed(spec, made.id());
        return container;
    }

    private String reason(Act act, ContainerSpec spec, JsonNode there) throws Exception {
        String wantedImage = image(act, spec);
        var was = Declared.of(docker.link(), there);
        var wanted = Declared.isRecorded(there) ? spec : Declared.withoutDefaults(docker.link(), there, spec);
        var differences = Difference.between(was, wanted);
        if (!differences.isEmpty()) {
            return Difference.told(differences);
        }
        if (!wantedImage.equals(there.path("Image").asText())) {
            return spec.one(ImageReference.class).orElseThrow() + " is another image by now";
        }
        return docker.snapshots().containers().container(there.path("Id").asText()).stream()
                .flatMap(state -> state.links().stream())
                .filter(LinkState::isBroken)
                .map(link -> "the link to " + link.target() + " is broken, " + link.fault())
                .collect(Collectors.joining(", "));
    }

    // The image is brought first: what cannot be had must not cost what is there.
    private String image(Act act, ContainerSpec spec) throws InterruptedException {
        var image = spec.one(ImageReference.class)
                .orElseThrow(() -> new dev.dockline.error.NoImageDeclared(act.what(), spec.toString()));
        new Creation(docker.link(), docker.terminal(), act).ensure(spec);
        try {
            return docker.link()
                    .read("/images/" + Engine.part(image.text()) + "/json")
                    .path("Id")
                    .asText();
        } catch (DockerException notThere) {
            return "";
        }
    }

    private Container running(Act act, ContainerSpec spec, JsonNode there) throws Exception {
        var id = there.path("Id").asText();
        var state = ContainerJson.inspected(there, Instant.now());
        container.sealed(new ContainerSpec(state.name(), spec.settings()), id);
        boolean over = state.status().equals("exited") && state.exitCode() == 0;
        if (state.status().equals("paused")) {
            docker.link().docker().unpauseContainerCmd(id).exec();
        } else if (!state.running() && !over) {
            docker.link().docker().startContainerCmd(id).exec();
        } else {
            docker.note(state.name() + " is as declared (" + state.summary() + "): nothing to do"
                    + (over ? "; start() runs it again" : ""));
        }
        if (!over) {
            new Readiness(docker, act, id).await(spec);
        }
        return container;
    }
}
