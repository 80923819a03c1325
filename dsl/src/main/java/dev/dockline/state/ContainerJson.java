package dev.dockline.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads containers from the two forms that engines tell them in: inspect, which is exact, and lists, which are cheap. */
public final class ContainerJson {
    private static final Comparator<PublishedPort> ORDER = Comparator.comparingInt(PublishedPort::container)
            .thenComparing(PublishedPort::protocol)
            .thenComparing(PublishedPort::address);

    private ContainerJson() {}

    /** Reads the answer to an inspect; ages are reckoned to the moment given. */
    public static ContainerState inspected(JsonNode json, Instant now) {
        var state = json.path("State");
        String status = status(state.path("Status"));
        var started = instant(state.path("StartedAt").asText());
        var finished = instant(state.path("FinishedAt").asText());
        return new ContainerState(
                json.path("Id").asText(),
                json.path("Name").asText().replaceFirst("^/", ""),
                ImageName.familiar(json.path("Config").path("Image").asText()),
                words(json.path("Path").asText(), json.path("Args")),
                status,
                state.path("ExitCode").asInt(),
                state.path("Error").asText(),
                started,
                age(status.equals("exited") || status.equals("dead") ? finished : started, now),
                state.path("Running").asBoolean()
                        ? inspectedPorts(json.path("NetworkSettings").path("Ports"))
                        : List.of(),
                json.has("Mounts") ? mounts(json.path("Mounts")) : MountState.oldForm(json),
                inspectedLinks(json),
                Labels.of(json.path("Config").path("Labels")),
                addresses(json.path("NetworkSettings").path("Networks")));
    }

    /** Reads one row of a list; its links stand with their targets, and {@link Snapshot} puts them right. */
    static ContainerState listed(JsonNode json) {
        String status = status(json.path("State"));
        String words = json.path("Status").asText();
        return new ContainerState(
                json.path("Id").asText(),
                ownName(json.path("Names")),
                ImageName.familiar(json.path("Image").asText()),
                json.path("Command").asText(),
                status,
                exitCode(words),
                "",
                null,
                status.equals("created") ? "" : Age.fromWords(words),
                status.matches("running|paused|restarting") ? listedPorts(json.path("Ports")) : List.of(),
                mounts(json.path("Mounts")),
                endpointLinks(json.path("NetworkSettings").path("Networks")),
                Labels.of(json.path("Labels")),
                addresses(json.path("NetworkSettings").path("Networks")));
    }

    // Podman has a word of its own for what ended and was not yet tidied up after.
    private static String status(JsonNode told) {
        return told.asText().equals("stopped") ? "exited" : told.asText();
    }

    // A target's names hold /web/alias for each link to it; its own is the one with a single slash, not always the
    // first.
    private static String ownName(JsonNode names) {
        return texts(names).stream()
                .filter(name -> name.lastIndexOf('/') <= 0)
                .map(name -> name.replaceFirst("^/", ""))
                .findFirst()
                .orElse("");
    }

    /** The links to a listed container: from whom, and under what alias. */
    static Map<String, List<LinkState>> linksTo(JsonNode json) {
        String own = ownName(json.path("Names"));
        return texts(json.path("Names")).stream()
                .filter(name -> name.lastIndexOf('/') > 0)
                .map(name -> name.substring(1).split("/", 2))
                .collect(Collectors.groupingBy(
                        parts -> parts[0],
                        Collectors.mapping(parts -> new LinkState(own, parts[1]), Collectors.toList())));
    }

    private static List<LinkState> inspectedLinks(JsonNode json) {
        var links = new TreeSet<LinkState>();
        texts(json.path("HostConfig").path("Links")).forEach(link -> links.add(LinkState.parse(link)));
        links.addAll(endpointLinks(json.path("NetworkSettings").path("Networks")));
        return List.copyOf(links);
    }

    private static List<LinkState> endpointLinks(JsonNode networks) {
        var links = new TreeSet<LinkState>();
        networks.forEach(endpoint -> texts(endpoint.path("Links")).forEach(link -> links.add(LinkState.parse(link))));
        return List.copyOf(links);
    }

    private static List<PublishedPort> inspectedPorts(JsonNode ports) {
        var found = new ArrayList<PublishedPort>();
        ports.properties().forEach(port -> {
            var inside = port.getKey().split("/");
            int number = Integer.parseInt(inside[0]);
            if (port.getValue().isEmpty()) {
                found.add(new PublishedPort(number, inside[1], "", 0));
            }
            port.getValue()
                    .forEach(binding -> found.add(new PublishedPort(
                            number,
                            inside[1],
                            binding.path("HostIp").asText(),
                            binding.path("HostPort").asInt())));
        });
        found.sort(ORDER);
        return found;
    }

    private static List<PublishedPort> listedPorts(JsonNode ports) {
        return StreamSupport.stream(ports.spliterator(), false)
                .map(port -> new PublishedPort(
                        port.path("PrivatePort").asInt(),
                        port.path("Type").asText(),
                        port.path("PublicPort").asInt() == 0
                                ? ""
                                : port.path("IP").asText(),
                        port.path("PublicPort").asInt()))
                .sorted(ORDER)
                .toList();
    }

    private static List<MountState> mounts(JsonNode mounts) {
        return StreamSupport.stream(mounts.spliterator(), false)
                .map(MountState::of)
                .sorted(Comparator.comparing(MountState::destination))
                .toList();
    }

    private static Map<String, String> addresses(JsonNode networks) {
        var found = new LinkedHashMap<String, String>();
        networks.properties()
                .forEach(network -> found.put(
                        network.getKey(), network.getValue().path("IPAddress").asText()));
        return found;
    }

    private static String words(String path, JsonNode arguments) {
        var words = new ArrayList<>(List.of(path));
        words.addAll(texts(arguments));
        return String.join(" ", words).trim();
    }

    private static int exitCode(String words) {
        int open = words.indexOf('(');
        return words.startsWith("Exited (") ? Integer.parseInt(words.substring(open + 1, words.indexOf(')'))) : 0;
    }

    private static String age(Instant since, Instant now) {
        return since == null ? "" : Age.shortest(Duration.between(since, now));
    }

    // Engines write the year 1 for a moment that has not come.
    private static Instant instant(String text) {
        return text.isEmpty() || text.startsWith("0001-")
                ? null
                : OffsetDateTime.parse(text).toInstant();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
