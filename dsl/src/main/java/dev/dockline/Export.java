package dev.dockline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.engine.Act;
import dev.dockline.engine.Declared;
import dev.dockline.engine.Engine;
import dev.dockline.link.Links;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.Link;
import dev.dockline.spec.VolumesFrom;
import dev.dockline.state.ContainerState;
import dev.dockline.state.NetworkState;
import dev.dockline.state.Snapshot;
import dev.dockline.state.VolumeState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is on an engine as a script that makes it again: networks, volumes, and containers behind those they need. */
final class Export {
    private final Docker docker;
    private final Map<String, ContainerSpec> specs = new LinkedHashMap<>();
    private final Map<String, JsonNode> inspects = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    private Export(Docker docker) {
        this.docker = docker;
    }

    static String of(Docker docker) {
        return docker.read(new Act("export", "the containers", ""), () -> new Export(docker).script());
    }

    private String script() {
        var all = docker.snapshots().all();
        all.networks().stream()
                .filter(network -> !network.isPredefined() && !Links.isForLinks(network.name()))
                .forEach(network -> lines.add(Network.declaredAs(docker, inspected(network)) + ".create();"));
        all.volumes().stream().filter(volume -> !volume.isAnonymous()).forEach(volume -> volume(volume, all));
        // The oldest first, as they were made; what one needs comes before it all the same.
        for (int i = all.containers().size() - 1; i >= 0; i--) {
            var json =
                    docker.link().read("/containers/" + all.containers().get(i).id() + "/json");
            var spec = Declared.of(docker.link(), json);
            specs.put(spec.name(), spec);
            inspects.put(spec.name(), json);
        }
        var done = new LinkedHashSet<String>();
        specs.keySet().forEach(name -> container(name, done));
        return String.join("\n", lines) + "\n";
    }

    private JsonNode inspected(NetworkState network) {
        return docker.link().read("/networks/" + Engine.part(network.id()));
    }

    private void volume(VolumeState volume, Snapshot all) {
        var users = all.users(volume.name()).stream().map(ContainerState::name).toList();
        lines.add(docker.volume(volume.name()) + ".create();"
                + (users.isEmpty() ? "" : " // its data is not in here: volume(…).backup(…) and restore(…) bring it"));
    }

    private void container(String name, Set<String> done) {
        if (!specs.containsKey(name) || !done.add(name)) {
            return;
        }
        var spec = specs.get(name);
        spec.all(Link.class).forEach(link -> container(link.target(), done));
        spec.all(VolumesFrom.class).forEach(from -> container(from.container(), done));
        var json = inspects.get(name);
        Declared.unspoken(json)
                .forEach(field -> lines.add("// not said here, since there is no noun for it: " + name + " " + field));
        lines.add(spec.imageFirst() + made(json.path("State")));
    }

    // What has ended is not run again: it may have been a job for that day alone.
    private static String made(JsonNode state) {
        if (state.path("Running").asBoolean()) {
            return ".up();";
        }
        var ended = state.path("Status").asText().equals("exited");
        return ".create();" + (ended ? " // it ran, and exited (" + state.path("ExitCode") + ")" : "");
    }
}
