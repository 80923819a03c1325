package dev.dockline.embedded.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.embedded.json.ConfigJson;
import dev.dockline.embedded.json.CreateRequest;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.model.Endpoint;
import dev.dockline.embedded.model.EndpointSpec;
import dev.dockline.embedded.model.KeptContainer;
import dev.dockline.embedded.model.Mount;
import dev.dockline.embedded.model.RunState;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A container as it is written down: the request that made it, and what became of it. */
final class ContainerFile {
    private ContainerFile() {}

    static ObjectNode write(Container container) {
        var kept = KeptContainer.of(container);
        var json = Json.object()
                .put("id", kept.id())
                .put("name", kept.name())
                .put("created", kept.created().toString())
                .put("imageId", kept.imageId());
        json.set("request", kept.spec().sent());
        json.set("config", ConfigJson.write(kept.spec().config()));
        json.set("links", Json.object(kept.links()));
        var mounts = json.putArray("mounts");
        kept.mounts().values().forEach(mount -> mounts.add(mount(mount)));
        var endpoints = json.putObject("endpoints");
        kept.endpoints().forEach((name, endpoint) -> endpoints.set(name, endpoint(endpoint)));
        json.set("state", state(kept.state()));
        return json;
    }

    static KeptContainer read(JsonNode json) {
        var mounts = new HashMap<String, Mount>();
        for (var one : json.path("mounts")) mounts.put(one.path("destination").asText(), mount(one));
        var endpoints = new LinkedHashMap<String, Endpoint>();
        json.path("endpoints").properties().forEach(one -> endpoints.put(one.getKey(), endpoint(one.getValue())));
        var spec = CreateRequest.read((ObjectNode) json.path("request"));
        return new KeptContainer(
                json.path("id").asText(),
                json.path("name").asText(),
                Records.time(json, "created"),
                spec.with(ConfigJson.read(json.path("config"))),
                json.path("imageId").asText(),
                mounts,
                Map.copyOf(Json.map(json, "links")),
                endpoints,
                state(json.path("state")));
    }

    private static ObjectNode mount(Mount mount) {
        return Json.object()
                .put("type", mount.type().word())
                .put("source", mount.source())
                .put("destination", mount.destination())
                .put("mode", mount.mode())
                .put("writable", mount.writable())
                .put("copiesUp", mount.copiesUp())
                .put("hold", mount.hold().name());
    }

    private static Mount mount(JsonNode json) {
        return new Mount(
                Mount.Type.valueOf(json.path("type").asText().toUpperCase(java.util.Locale.ROOT)),
                json.path("source").asText(),
                json.path("destination").asText(),
                json.path("mode").asText(),
                json.path("writable").asBoolean(),
                json.path("copiesUp").asBoolean(),
                Mount.Hold.valueOf(json.path("hold").asText("ASKED")));
    }

    private static ObjectNode endpoint(Endpoint endpoint) {
        var json = Json.object()
                .put("network", endpoint.networkId())
                .put("address", endpoint.asked().address());
        json.set("names", Json.strings(endpoint.names()));
        json.set("aliases", Json.strings(endpoint.asked().aliases()));
        json.set("links", Json.strings(endpoint.asked().links()));
        return json;
    }

    private static Endpoint endpoint(JsonNode json) {
        var asked = new EndpointSpec(
                Records.texts(json.path("aliases")),
                Records.texts(json.path("links")),
                json.path("address").asText());
        return new Endpoint(json.path("network").asText(), asked, "", "", "", Records.texts(json.path("names")));
    }

    private static ObjectNode state(RunState state) {
        return Json.object()
                .put("status", state.status().word())
                .put("exitCode", state.exitCode())
                .put("error", state.error())
                .put("started", state.startedAt().toString())
                .put("finished", state.finishedAt().toString());
    }

    private static RunState state(JsonNode json) {
        return new RunState(
                RunState.Status.valueOf(json.path("status").asText().toUpperCase(java.util.Locale.ROOT)),
                0,
                json.path("exitCode").asInt(),
                json.path("error").asText(),
                Records.time(json, "started"),
                Records.time(json, "finished"));
    }
}
