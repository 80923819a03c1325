package dev.dockline.embedded.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.embedded.json.CreateRequest;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Model;
import dev.dockline.embedded.model.Network;
import dev.dockline.embedded.model.NetworkSpec;
import dev.dockline.embedded.model.Refused;
import dev.dockline.embedded.runtime.Daemon;

/** Networks, and containers joining and leaving them. */
final class NetworkRoutes {
    private final Model model;

    private NetworkRoutes(Daemon daemon) {
        this.model = daemon.model();
    }

    static void add(Router router, Daemon daemon) {
        var routes = new NetworkRoutes(daemon);
        router.route("GET", "/networks", routes::list)
                .route("POST", "/networks/create", routes::create)
                .route("POST", "/networks/prune", routes::prune)
                .route("POST", "/networks/*/connect", routes::connect)
                .route("POST", "/networks/*/disconnect", routes::disconnect)
                .route("GET", "/networks/*", routes::inspect)
                .route("DELETE", "/networks/*", routes::remove);
    }

    private Reply list(Call call) {
        var filters = call.filters("name", "id", "label", "driver", "type", "scope", "dangling");
        return model.locked(() -> {
            var json = Json.array();
            for (var network : model.networks().all()) {
                if (fits(network, filters)) json.add(json(network, false));
            }
            return Reply.ok(json);
        });
    }

    private boolean fits(Network network, Filters filters) {
        return filters.any("name", network.name()::contains)
                && filters.any("id", network.id()::startsWith)
                && filters.any("driver", network.driver()::equals)
                && filters.any("scope", "local"::equals)
                && filters.any("type", type -> type.equals("builtin") == network.isPredefined())
                && filters.any(
                        "dangling",
                        wanted -> wanted.equals("true")
                                == (!network.isPredefined()
                                        && model.networks().members(network).isEmpty()))
                && filters.labels(network.labels());
    }

    private Reply create(Call call) {
        var json = call.json();
        var config = json.at("/IPAM/Config/0");
        var spec = new NetworkSpec(
                Json.text(json, "Name"),
                Json.text(json, "Driver"),
                Json.text(config, "Subnet"),
                Json.text(config, "Gateway"),
                json.path("Internal").asBoolean(),
                json.path("Attachable").asBoolean(),
                Json.map(json, "Labels"),
                Json.map(json, "Options"));
        return model.locked(() -> Reply.json(
                201, Json.object().put("Id", model.networks().create(spec).id()).put("Warning", "")));
    }

    private Reply inspect(Call call) {
        return model.locked(() -> Reply.ok(json(model.networks().get(call.segment(0)), true)));
    }

    private Reply remove(Call call) {
        model.locked(() -> model.networks().remove(call.segment(0)));
        return Reply.nothing();
    }

    private Reply connect(Call call) {
        var json = call.json();
        model.locked(() -> {
            var container = model.containers().get(Json.text(json, "Container"));
            model.connections()
                    .connect(call.segment(0), container, CreateRequest.endpoint(json.path("EndpointConfig")));
        });
        return Reply.empty();
    }

    private Reply disconnect(Call call) {
        var json = call.json();
        model.locked(() -> {
            var name = Json.text(json, "Container");
            var force = json.path("Force").asBoolean();
            if (force && model.containers().find(name).isEmpty()) {
                model.networks().get(call.segment(0));
                throw Refused.notFound("endpoint " + name + " not found");
            }
            var container = model.containers().get(name);
            model.connections().disconnect(call.segment(0), container, force);
        });
        return Reply.empty();
    }

    private Reply prune(Call call) {
        var filters = call.filters("label", "until");
        return model.locked(() -> {
            var unused = model.networks().all().stream()
                    .filter(network -> !network.isPredefined() && filters.labels(network.labels()))
                    .filter(network -> model.networks().members(network).isEmpty())
                    .map(Network::name)
                    .toList();
            unused.forEach(model.networks()::remove);
            model.events().pruned("network", 0);
            ObjectNode json = Json.object();
            json.set("NetworksDeleted", Json.stringsOrNull(unused));
            return Reply.ok(json);
        });
    }

    private ObjectNode json(Network network, boolean members) {
        var json = Json.object()
                .put("Name", network.name())
                .put("Id", network.id())
                .put("Created", Json.time(network.created()))
                .put("Scope", "local")
                .put("Driver", network.driver())
                .put("EnableIPv4", true)
                .put("EnableIPv6", false);
        json.set("IPAM", ipam(network));
        json.put("Internal", network.internal())
                .put("Attachable", network.attachable())
                .put("Ingress", false);
        json.putObject("ConfigFrom").put("Network", "");
        json.put("ConfigOnly", false);
        json.set("Containers", members ? members(network) : Json.object());
        json.set("Options", Json.object(network.options()));
        json.set("Labels", Json.object(network.labels()));
        return json;
    }

    private static JsonNode ipam(Network network) {
        var json = Json.object().put("Driver", "default").putNull("Options");
        if (network.subnet() == null) return json.putNull("Config");
        json.putArray("Config")
                .addObject()
                .put("Subnet", network.subnet().toString())
                .put("Gateway", network.gateway());
        return json;
    }

    private JsonNode members(Network network) {
        var json = Json.object();
        for (var container : model.networks().members(network)) {
            var endpoint = container.endpoints().get(network.name());
            var prefix = network.subnet() == null ? "" : "/" + network.subnet().length();
            json.putObject(container.id())
                    .put("Name", container.name())
                    .put("EndpointID", endpoint.endpointId())
                    .put("MacAddress", endpoint.mac())
                    .put("IPv4Address", endpoint.address() + prefix)
                    .put("IPv6Address", "");
        }
        return json;
    }
}
