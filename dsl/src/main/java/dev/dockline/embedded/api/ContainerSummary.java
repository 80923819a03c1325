package dev.dockline.embedded.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.model.Image;
import dev.dockline.embedded.model.Model;
import dev.dockline.embedded.runtime.Daemon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a list tells of each container. */
final class ContainerSummary {
    private final Daemon daemon;
    private final Model model;
    private final Map<String, List<String>> aliases = new HashMap<>();

    ContainerSummary(Daemon daemon) {
        this.daemon = daemon;
        this.model = daemon.model();
        for (var container : model.containers().all())
            container
                    .links()
                    .forEach((alias, target) -> aliases.computeIfAbsent(target, id -> new ArrayList<>())
                            .add("/" + container.name() + "/" + alias));
    }

    ObjectNode of(Container container) {
        var json = Json.object().put("Id", container.id());
        json.set("Names", Json.strings(names(container)));
        json.put("Image", image(container))
                .put("ImageID", container.imageId())
                .put("Command", container.commandLine())
                .put("Created", container.created().getEpochSecond());
        json.set("Ports", ports(container));
        json.set("Labels", Json.object(container.config().labels()));
        json.put("State", container.state().status().word())
                .put("Status", container.state().describe(model.now()) + container.healthNote());
        json.putObject("HostConfig").put("NetworkMode", container.spec().host().network());
        json.putObject("NetworkSettings").set("Networks", NetworkSettingsJson.networks(model, container));
        json.set("Mounts", ContainerJson.mounts(daemon, container, true));
        return json;
    }

    /** The same, with what its own files take, and with its image's. */
    ObjectNode withSizes(Container container) {
        long own =
                daemon.storage().size(daemon.storage().container(container.id()).root());
        long image = model.images().find(container.imageId()).map(Image::size).orElse(0L);
        return of(container).put("SizeRw", own).put("SizeRootFs", own + image);
    }

    /** Its own name first. */
    List<String> names(Container container) {
        var names = new ArrayList<>(List.of("/" + container.name()));
        names.addAll(aliases.getOrDefault(container.id(), List.of()));
        return names;
    }

    // Once its name leads to another image, or to none, a container is known by its image's id.
    private String image(Container container) {
        var named = model.images().find(container.spec().image()).map(Image::id);
        return named.filter(container.imageId()::equals).isPresent()
                ? container.spec().image()
                : container.imageId();
    }

    private static ArrayNode ports(Container container) {
        var all = Json.array();
        if (!container.state().running() || !container.hasPorts()) return all;
        for (var port : container.config().exposedPorts()) {
            var open = container.published().stream()
                    .filter(binding -> binding.port().equals(port))
                    .toList();
            if (open.isEmpty())
                all.addObject().put("PrivatePort", port.number()).put("Type", port.protocol());
            open.forEach(binding -> all.addObject()
                    .put("IP", binding.hostIp())
                    .put("PrivatePort", port.number())
                    .put("PublicPort", binding.hostPort())
                    .put("Type", port.protocol()));
        }
        return all;
    }
}
