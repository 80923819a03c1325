package dev.dockline;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.DockerClient;
import dev.dockline.engine.Act;
import dev.dockline.engine.Declared;
import dev.dockline.error.NotDeclarable;
import dev.dockline.error.NotUndone;
import dev.dockline.link.Links;
import dev.dockline.state.ContainerJson;
import dev.dockline.state.ContainerState;
import dev.dockline.state.MountState;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes back what one verb did, if nobody has changed the thing since. */
final class Undo {
    private final Docker docker;
    private final Journal journal;
    private final Done done;
    private final Act act;

    Undo(Docker docker, Journal journal, Done done) {
        this.docker = docker;
        this.journal = journal;
        this.done = done;
        this.act = new Act("take back", done.act().kind(), done.act().name());
    }

    void take() {
        docker.act(act, () -> {
            switch (done.act().kind()) {
                case "container" -> container();
                case "volume" -> volume();
                default -> network();
            }
            return null;
        });
        docker.note("taken back: " + done.what());
    }

    private void container() throws Exception {
        requireUnchanged();
        docker.touched(done.id());
        if (done.before() == null) {
            remove(done.after(), true);
        } else if (done.after() == null
                || !done.before().path("Id").equals(done.after().path("Id"))) {
            remade();
        } else {
            var was = state(done.before());
            if (!state(done.after()).name().equals(was.name())) {
                docker.touched(was.name());
                client().renameContainerCmd(was.id()).withName(was.name()).exec();
            }
            bring(was.id(), was);
            journal.follow(was.id(), journal.find("container", was.id()));
        }
    }

    private void requireUnchanged() {
        var name = done.act().name();
        if (done.after() == null) {
            if (journal.find("container", name) != null) {
                throw changed("there is a container \"" + name + "\" again");
            }
            return;
        }
        var now = journal.find("container", done.id());
        if (now == null) {
            throw changed("container \"" + name + "\" is gone");
        }
        if (!Done.isSameRun(now, done.after())) {
            throw changed("container \"" + name + "\" was started or renamed by somebody else");
        }
    }

    private NotUndone changed(String how) {
        return new NotUndone(done.what(), "since then, " + how, "containers() to see what is there");
    }

    private void remove(JsonNode inspected, boolean volumes) {
        docker.link().remove(inspected.path("Id").asText(), true, volumes);
        Links.release(docker.link(), inspected);
    }

    // As a replacement is made: by the declaration, with the anonymous volumes it had, by name.
    private void remade() throws Exception {
        var was = state(done.before());
        var unspoken = Declared.unspoken(done.before());
        if (!unspoken.isEmpty()) {
            throw new NotDeclarable(act.what(), was.name(), unspoken);
        }
        var spec = Declared.of(docker.link(), done.before());
        var volumes = new Replacement(docker, act).carried(was, spec);
        var lost = volumes.stream()
                .filter(volume -> journal.find("volume", volume.name()) == null)
                .map(MountState::destination)
                .collect(Collectors.joining(", "));
        if (!lost.isEmpty()) {
            throw new NotUndone(
                    done.what(),
                    "the data of " + lost + " went with it",
                    new dev.dockline.spec.ContainerSpec(was.name(), spec.settings()).imageFirst()
                            + ".run(), for the same with new volumes");
        }
        if (done.after() != null) {
            remove(done.after(), false);
        }
        var making = new Making(docker, act);
        var made = making.make(Replacement.mounting(volumes, Declared.recorded(spec)));
        docker.touched(made.id());
        making.orDiscard(() -> {
            bring(made.id(), was);
            return made;
        });
        journal.follow(was.id(), journal.find("container", made.id()));
    }

    private void bring(String id, ContainerState was) {
        var now = state(docker.link().read("/containers/" + id + "/json"));
        if (now.status().equals("paused") && !was.status().equals("paused")) {
            client().unpauseContainerCmd(id).exec();
        }
        if (was.running() && !now.running()) {
            client().startContainerCmd(id).exec();
        } else if (!was.running() && now.running()) {
            client().stopContainerCmd(id).exec();
        }
        if (was.status().equals("paused") && !now.status().equals("paused")) {
            client().pauseContainerCmd(id).exec();
        }
    }

    private void volume() throws InterruptedException {
        var name = done.act().name();
        if (done.before() == null) {
            client().removeVolumeCmd(name).exec();
            return;
        }
        if (journal.find("volume", name) != null) {
            throw changed("there is a volume \"" + name + "\" again");
        }
        if (done.keptIn().isEmpty() || journal.find("volume", done.keptIn()) == null) {
            throw new NotUndone(
                    done.what(), "what was in it went with it", "volume(\"" + name + "\").restore(\"FILE.tar\")");
        }
        var create = client().createVolumeCmd()
                .withName(name)
                .withDriver(done.before().path("Driver").asText())
                .withLabels(texts(done.before().path("Labels")));
        var options = texts(done.before().path("Options"));
        if (!options.isEmpty()) {
            create.withDriverOpts(options);
        }
        create.exec();
        var kept = docker.volume(done.keptIn());
        kept.fill(act, docker.volume(name));
        kept.removeNow();
    }

    private static Map<String, String> texts(JsonNode fields) {
        var texts = new HashMap<String, String>();
        fields.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    private void network() {
        var name = done.act().name();
        if (done.member() != null) {
            member(docker.network(name));
        } else if (done.before() == null) {
            client().removeNetworkCmd(name).exec();
        } else {
            Network.declaredAs(docker, done.before()).create();
        }
    }

    private void member(Network network) {
        var container = docker.container(done.member().path("Name").asText().substring(1));
        if (done.act().verb().startsWith("connect")) {
            network.disconnect(container);
            return;
        }
        var id = done.member().path("Id").asText();
        var alias = "";
        for (var each : done.member().at("/NetworkSettings/Networks/" + network.name() + "/Aliases")) {
            alias = id.startsWith(each.asText()) ? alias : each.asText();
        }
        if (alias.isEmpty()) {
            network.connect(container);
        } else {
            network.connect(container, alias);
        }
    }

    private static ContainerState state(JsonNode inspected) {
        return ContainerJson.inspected(inspected, Instant.now());
    }

    private DockerClient client() {
        return docker.link().docker();
    }
}
