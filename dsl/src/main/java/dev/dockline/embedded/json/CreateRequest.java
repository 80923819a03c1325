package dev.dockline.embedded.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.embedded.model.ContainerSpec;
import dev.dockline.embedded.model.EndpointSpec;
import dev.dockline.embedded.model.HostSpec;
import dev.dockline.embedded.model.Port;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the JSON of a request for a container. */
public final class CreateRequest {
    private CreateRequest() {}

    public static ContainerSpec read(ObjectNode json) {
        var timeout = json.path("StopTimeout");
        return new ContainerSpec(
                Json.text(json, "Image"),
                ConfigJson.read(json),
                host(json.path("HostConfig")),
                endpoints(json.at("/NetworkingConfig/EndpointsConfig")),
                Json.text(json, "Hostname"),
                json.path("Tty").asBoolean(),
                json.path("OpenStdin").asBoolean(),
                json.path("StdinOnce").asBoolean(),
                timeout.isInt() ? timeout.asInt() : null,
                json);
    }

    private static HostSpec host(JsonNode host) {
        return new HostSpec(
                Json.listOrEmpty(host, "Binds"),
                mounts(host.path("Mounts")),
                Json.listOrEmpty(host, "VolumesFrom"),
                bindings(host.path("PortBindings")),
                host.path("PublishAllPorts").asBoolean(),
                Json.listOrEmpty(host, "Links"),
                host.path("AutoRemove").asBoolean(),
                Json.text(host, "NetworkMode"),
                Json.listOrEmpty(host, "ExtraHosts"),
                Json.map(host, "Tmpfs"));
    }

    private static List<HostSpec.MountSpec> mounts(JsonNode all) {
        var mounts = new ArrayList<HostSpec.MountSpec>();
        for (var one : all)
            mounts.add(new HostSpec.MountSpec(
                    Json.text(one, "Type"),
                    Json.text(one, "Source"),
                    Json.text(one, "Target"),
                    one.path("ReadOnly").asBoolean(),
                    one.at("/VolumeOptions/NoCopy").asBoolean()));
        return mounts;
    }

    private static Map<Port, List<HostSpec.HostPort>> bindings(JsonNode all) {
        var bindings = new TreeMap<Port, List<HostSpec.HostPort>>();
        for (var entry : all.properties()) {
            var ports = new ArrayList<HostSpec.HostPort>();
            for (var one : entry.getValue())
                ports.add(new HostSpec.HostPort(Json.text(one, "HostIp"), Json.text(one, "HostPort")));
            if (!ports.isEmpty()) bindings.put(Port.parse(entry.getKey()), ports);
        }
        return bindings;
    }

    private static Map<String, EndpointSpec> endpoints(JsonNode all) {
        var endpoints = new LinkedHashMap<String, EndpointSpec>();
        for (var entry : all.properties()) endpoints.put(entry.getKey(), endpoint(entry.getValue()));
        return endpoints;
    }

    public static EndpointSpec endpoint(JsonNode json) {
        var fixed = json.at("/IPAMConfig/IPv4Address").asText("");
        return new EndpointSpec(
                Json.listOrEmpty(json, "Aliases"), Json.listOrEmpty(json, "Links"), fixed.equals("null") ? "" : fixed);
    }
}
