package dev.dockline.embedded.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.embedded.json.ConfigJson;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Image;
import dev.dockline.embedded.model.Model;
import dev.dockline.embedded.model.Network;
import dev.dockline.embedded.model.Subnet;
import dev.dockline.embedded.model.Volume;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Volumes, networks and images as they are written down. */
final class Records {
    private Records() {}

    static Instant time(JsonNode json, String name) {
        return Instant.parse(json.path(name).asText());
    }

    static List<String> texts(JsonNode array) {
        var all = new ArrayList<String>();
        array.forEach(text -> all.add(text.asText()));
        return all;
    }

    static ObjectNode volume(Volume volume) {
        var json = Json.object()
                .put("name", volume.name())
                .put("created", volume.created().toString())
                .put("anonymous", volume.anonymous());
        json.set("labels", Json.object(volume.labels()));
        json.set("options", Json.object(volume.options()));
        return json;
    }

    static Volume volume(JsonNode json) {
        return new Volume(
                json.path("name").asText(),
                time(json, "created"),
                Json.map(json, "labels"),
                Json.map(json, "options"),
                json.path("anonymous").asBoolean());
    }

    static ObjectNode network(Network network) {
        var json = Json.object()
                .put("id", network.id())
                .put("name", network.name())
                .put("driver", network.driver())
                .put("created", network.created().toString())
                .put("subnet", network.subnet() == null ? "" : network.subnet().toString())
                .put("gateway", network.gateway())
                .put("subnetDeclared", network.subnetDeclared())
                .put("internal", network.internal())
                .put("attachable", network.attachable());
        json.set("labels", Json.object(network.labels()));
        json.set("options", Json.object(network.options()));
        return json;
    }

    static Network network(JsonNode json) {
        var subnet = json.path("subnet").asText();
        return new Network(
                json.path("id").asText(),
                json.path("name").asText(),
                json.path("driver").asText(),
                time(json, "created"),
                subnet.isEmpty() ? null : Subnet.parse(subnet),
                json.path("gateway").asText(),
                json.path("subnetDeclared").asBoolean(),
                json.path("internal").asBoolean(),
                json.path("attachable").asBoolean(),
                Json.map(json, "labels"),
                Json.map(json, "options"));
    }

    /** All images with their names. */
    static ObjectNode images(Model model) {
        var json = Json.object();
        var all = json.putArray("images");
        model.images().all().forEach(image -> all.add(image(image)));
        json.set("tags", Json.object(model.images().tags()));
        return json;
    }

    private static ObjectNode image(Image image) {
        var json = Json.object()
                .put("id", image.id())
                .put("created", image.created().toString())
                .put("size", image.size())
                .put("comment", image.comment())
                .put("layer", image.layer());
        json.set("config", ConfigJson.write(image.config()));
        var history = json.putArray("history");
        for (var step : image.history())
            history.addObject()
                    .put("created", step.created().toString())
                    .put("by", step.createdBy())
                    .put("comment", step.comment())
                    .put("size", step.size());
        return json;
    }

    static List<Image> images(JsonNode table) {
        var all = new ArrayList<Image>();
        for (var json : table.path("images")) {
            var history = new ArrayList<Image.Step>();
            for (var step : json.path("history"))
                history.add(new Image.Step(
                        time(step, "created"),
                        step.path("by").asText(),
                        step.path("comment").asText(),
                        step.path("size").asLong()));
            all.add(new Image(
                    json.path("id").asText(),
                    time(json, "created"),
                    ConfigJson.read(json.path("config")),
                    json.path("size").asLong(),
                    json.path("comment").asText(),
                    json.path("layer").asText(),
                    history));
        }
        return all;
    }
}
