package dev.dockline.engine;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import dev.dockline.error.MalformedSetting;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.Flag;
import dev.dockline.spec.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The flags without a noun of their own, in the request that makes a container and in what an inspect tells. */
final class Options {
    private static final String HOST = "HostConfig/";

    private Options() {}

    /** Puts them into a request that has all else. */
    static void apply(ContainerSpec spec, HostConfig config, CreateContainerCmd request) {
        var raw = new LinkedHashMap<String, Object>();
        spec.all(Option.class)
                .filter(option -> option.flag().path().startsWith(HOST))
                .forEach(option -> put(
                        raw,
                        List.of(option.flag().path().substring(HOST.length()).split("/")),
                        option));
        update(config, raw);
        for (var option : spec.all(Option.class).toList()) {
            switch (option.flag()) {
                case STOP_SIGNAL -> request.withStopSignal(option.value());
                case STOP_TIMEOUT -> request.withStopTimeout((int) option.number());
                case DOMAINNAME -> request.withDomainName(option.value());
                case HEALTH_TIMEOUT -> health(request).withTimeout(nanos(option));
                case HEALTH_START_PERIOD -> health(request).withStartPeriod(nanos(option));
                case HEALTH_START_INTERVAL -> health(request).withStartInterval(nanos(option));
                case NO_HEALTHCHECK -> request.withHealthcheck(new HealthCheck().withTest(List.of("NONE")));
                default -> {}
            }
        }
    }

    // In the API's own words, which docker-java's classes know one by one.
    private static void update(HostConfig config, Map<String, Object> raw) {
        try {
            Json.MAPPER.updateValue(config, raw);
        } catch (JsonMappingException e) {
            throw new MalformedSetting("option", String.valueOf(raw), e.getOriginalMessage());
        }
    }

    private static HealthCheck health(CreateContainerCmd request) {
        if (request.getHealthcheck() == null) {
            request.withHealthcheck(new HealthCheck());
        }
        return request.getHealthcheck();
    }

    private static long nanos(Option option) {
        return option.number() * 1_000_000;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> json, List<String> path, Option option) {
        if (path.size() > 1) {
            var inner = (Map<String, Object>) json.computeIfAbsent(path.get(0), name -> new LinkedHashMap<>());
            put(inner, path.subList(1, path.size()), option);
            return;
        }
        var name = path.get(0);
        switch (option.flag().kind()) {
            case WORD -> json.put(name, true);
            case TEXT -> json.put(name, option.value());
            case NUMBER, BYTES, DURATION -> json.put(name, option.number());
            case LIST -> ((List<String>) json.computeIfAbsent(name, any -> new ArrayList<>())).add(option.value());
            case MAP -> {
                var entry = option.value().split("=", 2);
                ((Map<String, String>) json.computeIfAbsent(name, any -> new LinkedHashMap<>()))
                        .put(entry[0], entry[1]);
            }
        }
    }

    /** Those that an inspect tells beyond the engine's defaults. */
    static List<Option> of(JsonNode inspected) {
        var found = new ArrayList<Option>();
        for (var flag : Flag.values()) {
            var value = inspected.at("/" + flag.path());
            switch (flag.kind()) {
                case LIST ->
                    value.forEach(each -> {
                        if (!isAddedByDocker(inspected, each.asText())) {
                            found.add(new Option(flag, each.asText()));
                        }
                    });
                case MAP ->
                    value.properties()
                            .forEach(each -> found.add(new Option(
                                    flag, each.getKey() + "=" + each.getValue().asText())));
                case WORD -> {
                    if (value.asBoolean() || value.asText().equals("NONE")) {
                        found.add(new Option(flag, ""));
                    }
                }
                case DURATION -> {
                    if (value.asLong() > 0) {
                        found.add(new Option(flag, value.asLong() / 1_000_000 + "ms"));
                    }
                }
                default -> {
                    if (value.isValueNode() && !value.isNull() && !isDefault(inspected, flag, value.asText())) {
                        found.add(new Option(flag, value.asText()));
                    }
                }
            }
        }
        return found;
    }

    // Docker turns labels off for who shares the host's processes, and says so as if it had been asked to.
    private static boolean isAddedByDocker(JsonNode inspected, String value) {
        var host = inspected.path("HostConfig");
        return value.equals("label=disable")
                && (host.path("Privileged").asBoolean()
                        || host.path("PidMode").asText().equals("host")
                        || host.path("IpcMode").asText().equals("host"));
    }

    // Where memory is limited, Docker limits what is swapped too, to as much again.
    private static boolean isDefault(JsonNode inspected, Flag flag, String value) {
        return flag.isDefault(value)
                || flag == Flag.MEMORY_SWAP
                        && value.equals(String.valueOf(
                                2 * inspected.at("/HostConfig/Memory").asLong()));
    }
}
