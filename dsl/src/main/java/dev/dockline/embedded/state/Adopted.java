package dev.dockline.embedded.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.embedded.fs.Layer;
import dev.dockline.embedded.json.ConfigJson;
import dev.dockline.embedded.json.CreateRequest;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Endpoint;
import dev.dockline.embedded.model.Image;
import dev.dockline.embedded.model.KeptContainer;
import dev.dockline.embedded.model.Mount;
import dev.dockline.embedded.model.Network;
import dev.dockline.embedded.model.Port;
import dev.dockline.embedded.model.PortBinding;
import dev.dockline.embedded.model.RunState;
import dev.dockline.embedded.model.Subnet;
import dev.dockline.embedded.model.Volume;
import dev.dockline.embedded.runtime.Daemon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes what another engine told into the books of one that only keeps books: ids, addresses and states as they are there. */
public final class Adopted {
    private static final String ANONYMOUS = "com.docker.volume.anonymous";

    private final Daemon daemon;
    private final Map<String, String> ids = new HashMap<>();

    private Adopted(Daemon daemon) {
        this.daemon = daemon;
    }

    /** Begins an engine's books with what another told. */
    public static void take(Daemon daemon, Seen seen) {
        daemon.model().locked(() -> {
            try {
                new Adopted(daemon).take(seen);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void take(Seen seen) throws IOException {
        var model = daemon.model();
        for (var network : seen.networks()) model.networks().restore(network(network));
        for (var volume : seen.volumes().path("Volumes")) {
            model.volumes().restore(volume(volume));
            daemon.storage().addVolume(volume.path("Name").asText());
        }
        for (var image : seen.images()) addImage(image);
        for (var json : seen.containers()) ids.put(name(json), json.path("Id").asText());
        var inOrder = new ArrayList<>(seen.containers());
        inOrder.sort(Comparator.comparing(json -> time(json.path("Created"))));
        for (var json : inOrder) daemon.adopt(container(json), published(json));
    }

    private static Network network(JsonNode json) {
        Subnet subnet = null;
        var gateway = "";
        for (var one : json.at("/IPAM/Config")) {
            var text = one.path("Subnet").asText();
            if (text.contains(":") || text.isEmpty()) continue;
            subnet = Subnet.parse(text);
            gateway = one.path("Gateway").asText("");
        }
        return new Network(
                json.path("Id").asText(),
                json.path("Name").asText(),
                json.path("Driver").asText(),
                time(json.path("Created")),
                subnet,
                subnet != null && gateway.isEmpty() ? subnet.gateway() : gateway,
                false,
                json.path("Internal").asBoolean(),
                json.path("Attachable").asBoolean(),
                Json.map(json, "Labels"),
                Json.map(json, "Options"));
    }

    private static Volume volume(JsonNode json) {
        var name = json.path("Name").asText();
        var labels = Json.map(json, "Labels");
        var anonymous = labels.containsKey(ANONYMOUS) || labels.isEmpty() && name.matches("[0-9a-f]{64}");
        return new Volume(name, time(json.path("CreatedAt")), labels, Json.map(json, "Options"), anonymous);
    }

    private void addImage(JsonNode json) {
        var image = new Image(
                imageId(json.path("Id").asText()),
                time(json.path("Created")),
                ConfigJson.read(json.path("Config")),
                json.path("Size").asLong(),
                "",
                "",
                List.of());
        daemon.addImage(image, "", Layer.EMPTY);
        for (var tag : json.path("RepoTags")) daemon.addImage(image, tag.asText(), Layer.EMPTY);
    }

    private static String imageId(String id) {
        return id.startsWith("sha256:") ? id : "sha256:" + id;
    }

    private KeptContainer container(JsonNode json) {
        var request = (ObjectNode) json.path("Config").deepCopy();
        request.set("HostConfig", json.path("HostConfig"));
        var networks = json.at("/NetworkSettings/Networks");
        request.putObject("NetworkingConfig").set("EndpointsConfig", networks);
        var spec = CreateRequest.read(request);
        var mounts = new HashMap<String, Mount>();
        for (var one : json.path("Mounts")) mounts.put(one.path("Destination").asText(), mount(one));
        var state = state(json.path("State"));
        var endpoints = new LinkedHashMap<String, Endpoint>();
        for (var one : networks.properties()) endpoints.put(one.getKey(), endpoint(one.getValue(), state.running()));
        return new KeptContainer(
                json.path("Id").asText(),
                name(json),
                time(json.path("Created")),
                spec,
                imageId(json.path("Image").asText()),
                mounts,
                links(json),
                endpoints,
                state);
    }

    private static String name(JsonNode json) {
        return json.path("Name").asText().replaceFirst("^/", "");
    }

    private static Mount mount(JsonNode json) {
        var type = Mount.Type.valueOf(json.path("Type").asText("volume").toUpperCase(java.util.Locale.ROOT));
        var source = json.path(type == Mount.Type.VOLUME ? "Name" : "Source").asText("");
        return new Mount(
                type,
                source,
                json.path("Destination").asText(),
                json.path("Mode").asText(""),
                json.path("RW").asBoolean(true),
                type == Mount.Type.VOLUME,
                Mount.Hold.ASKED);
    }

    private static Endpoint endpoint(JsonNode json, boolean running) {
        return new Endpoint(
                json.path("NetworkID").asText(""),
                CreateRequest.endpoint(json),
                running ? json.path("EndpointID").asText("") : "",
                running ? json.path("IPAddress").asText("") : "",
                running ? json.path("MacAddress").asText("") : "",
                Json.listOrEmpty(json, "DNSNames"));
    }

    // /db:/web/alias
    private Map<String, String> links(JsonNode json) {
        var links = new LinkedHashMap<String, String>();
        for (var text : Json.listOrEmpty(json.path("HostConfig"), "Links")) {
            var target = ids.get(text.substring(1, text.indexOf(':')));
            if (target != null) links.put(text.substring(text.lastIndexOf('/') + 1), target);
        }
        return links;
    }

    private static RunState state(JsonNode json) {
        var status = switch (json.path("Status").asText()) {
            case "created", "configured", "initialized" -> RunState.Status.CREATED;
            case "running", "restarting", "stopping" -> RunState.Status.RUNNING;
            case "paused" -> RunState.Status.PAUSED;
            default -> RunState.Status.EXITED;
        };
        return new RunState(
                status,
                json.path("Pid").asInt(),
                json.path("ExitCode").asInt(),
                json.path("Error").asText(""),
                time(json.path("StartedAt")),
                time(json.path("FinishedAt")));
    }

    private static List<PortBinding> published(JsonNode json) {
        var open = new ArrayList<PortBinding>();
        for (var port : json.at("/NetworkSettings/Ports").properties()) {
            for (var binding : port.getValue())
                open.add(new PortBinding(
                        binding.path("HostIp").asText(),
                        binding.path("HostPort").asInt(),
                        Port.parse(port.getKey())));
        }
        return open;
    }

    private static Instant time(JsonNode json) {
        try {
            return OffsetDateTime.parse(json.asText()).toInstant();
        } catch (DateTimeParseException none) {
            return Instant.EPOCH;
        }
    }
}
