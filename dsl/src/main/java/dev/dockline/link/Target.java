package dev.dockline.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.exception.DockerException;
import dev.dockline.engine.Act;
import dev.dockline.engine.Engine;
import dev.dockline.error.LinkTargetNotRunning;
import dev.dockline.error.NoSuchLinkTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A container that another is linked to, as it is now. */
record Target(String id, String name, List<String> exposed, List<String> environment) {
    private static final Set<String> PODMANS = Set.of("container", "TERM", "HOSTNAME");

    /** Looks a target up; it must be there, run, and be another than the owner. */
    static Target find(Engine engine, Act act, String owner, String name) {
        var json = read(engine, act, name);
        String found = json.path("Name").asText().replaceFirst("^/", "");
        if (found.equals(owner)) {
            throw new NoSuchLinkTarget(act.what(), name, null);
        }
        if (!json.path("State").path("Running").asBoolean()) {
            throw new LinkTargetNotRunning(act.what(), name, null);
        }
        return new Target(json.path("Id").asText(), found, exposed(json), environment(engine, json));
    }

    private static JsonNode read(Engine engine, Act act, String name) {
        try {
            return engine.read("/containers/" + Engine.part(name) + "/json");
        } catch (DockerException e) {
            throw e.getHttpStatus() == 404 ? new NoSuchLinkTarget(act.what(), name, e) : e;
        }
    }

    private static List<String> exposed(JsonNode json) {
        var ports = new ArrayList<String>();
        json.path("Config").path("ExposedPorts").fieldNames().forEachRemaining(ports::add);
        if (ports.isEmpty()) {
            json.path("NetworkSettings").path("Ports").fieldNames().forEachRemaining(ports::add);
        }
        return ports;
    }

    private static List<String> environment(Engine engine, JsonNode json) {
        var variables = new ArrayList<String>();
        json.path("Config").path("Env").forEach(variable -> variables.add(variable.asText()));
        if (engine.flavour().podman()) {
            variables.removeIf(variable -> PODMANS.contains(variable.replaceFirst("=.*", "")));
        }
        return variables;
    }
}
