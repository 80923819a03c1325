package dev.dockline.embedded.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.embedded.model.Config;
import dev.dockline.embedded.model.HealthCheck;
import dev.dockline.embedded.model.Port;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;

/** The configuration that images and containers share, in the API and in the files of an image. */
public final class ConfigJson {
    private ConfigJson() {}

    public static Config read(JsonNode json) {
        var ports = new TreeSet<Port>();
        Json.keys(json, "ExposedPorts").forEach(text -> ports.add(Port.parse(text)));
        return new Config(
                Json.list(json, "Cmd"),
                Json.list(json, "Entrypoint"),
                Json.listOrEmpty(json, "Env"),
                Json.map(json, "Labels"),
                Json.text(json, "User"),
                Json.text(json, "WorkingDir"),
                ports,
                new LinkedHashSet<>(Json.keys(json, "Volumes")),
                Json.text(json, "StopSignal"),
                health(json.path("Healthcheck")));
    }

    private static HealthCheck health(JsonNode json) {
        if (!json.isObject()) return null;
        return new HealthCheck(
                Json.listOrEmpty(json, "Test"),
                nanos(json, "Interval"),
                nanos(json, "Timeout"),
                nanos(json, "StartPeriod"),
                json.path("Retries").asInt());
    }

    private static Duration nanos(JsonNode json, String name) {
        return Duration.ofNanos(json.path(name).asLong());
    }

    /** As an image tells it, whole. */
    public static ObjectNode write(Config config) {
        var json = Json.object().put("User", config.user());
        if (!config.exposedPorts().isEmpty()) json.set("ExposedPorts", Json.set(config.exposedPorts()));
        describe(json, config);
        if (!config.stopSignal().isEmpty()) json.put("StopSignal", config.stopSignal());
        return json;
    }

    /** The part that stands in the middle of what containers tell. */
    public static void describe(ObjectNode json, Config config) {
        json.set("Env", Json.strings(config.env()));
        json.set("Cmd", listOrNull(config.cmd()));
        if (config.health() != null) json.set("Healthcheck", health(config.health()));
        json.set("Volumes", Json.set(config.volumes()));
        json.put("WorkingDir", config.workingDir());
        json.set("Entrypoint", listOrNull(config.entrypoint()));
        json.putNull("OnBuild");
        json.set("Labels", Json.object(config.labels()));
    }

    private static ObjectNode health(HealthCheck check) {
        var json = Json.object();
        if (!check.test().isEmpty()) json.set("Test", Json.strings(check.test()));
        put(json, "Interval", check.interval());
        put(json, "Timeout", check.timeout());
        put(json, "StartPeriod", check.startPeriod());
        if (check.retries() != 0) json.put("Retries", check.retries());
        return json;
    }

    private static void put(ObjectNode json, String name, Duration time) {
        if (!time.isZero()) json.put(name, time.toNanos());
    }

    private static JsonNode listOrNull(List<String> words) {
        return words == null ? Json.none() : Json.strings(words);
    }
}
