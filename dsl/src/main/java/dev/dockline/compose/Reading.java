package dev.dockline.compose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.error.MalformedCompose;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.ShellWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads a Compose file: each service as the docker run line that it stands for. */
final class Reading {
    private static final Set<String> OF_THE_FILE = Set.of("services", "volumes", "networks", "name", "version");

    private final String file;
    private final Path folder;
    private final JsonNode yaml;
    private final String project;
    private final Set<String> networks = new LinkedHashSet<>();

    Reading(Path file, JsonNode yaml) {
        this.file = file.getFileName().toString();
        this.folder = file.toAbsolutePath().getParent();
        this.yaml = yaml;
        this.project =
                yaml.path("name").asText(String.valueOf(folder.getFileName()).toLowerCase(java.util.Locale.ROOT));
    }

    ComposeFile read() {
        refuse("", names(yaml), OF_THE_FILE);
        if (!yaml.path("services").isObject()) {
            throw refused("it has no services");
        }
        var specs = new ArrayList<ContainerSpec>();
        inOrder().forEach(name -> specs.add(spec(name, yaml.path("services").path(name))));
        return new ComposeFile(specs, List.copyOf(networks));
    }

    private List<String> inOrder() {
        var ordered = new LinkedHashSet<String>();
        names(yaml.path("services")).forEach(name -> put(name, ordered, new LinkedHashSet<>()));
        return List.copyOf(ordered);
    }

    private void put(String name, Set<String> ordered, Set<String> above) {
        if (!above.add(name)) {
            throw refused("its services depend on each other in a circle: " + String.join(", ", above));
        }
        var service = yaml.path("services").path(name);
        if (service.isMissingNode()) {
            throw refused("there is no service " + name);
        }
        needed(service).forEach(other -> put(other, ordered, new LinkedHashSet<>(above)));
        ordered.add(name);
    }

    private static List<String> needed(JsonNode service) {
        var depends = service.path("depends_on");
        var names = new ArrayList<>(depends.isObject() ? names(depends) : texts(depends));
        texts(service.path("links")).forEach(link -> names.add(link.replaceFirst(":.*", "")));
        texts(service.path("volumes_from")).stream()
                .filter(from -> !from.startsWith("container:"))
                .forEach(from -> names.add(from.replaceFirst(":.*", "")));
        return names;
    }

    private ContainerSpec spec(String name, JsonNode service) {
        var words = new ArrayList<String>(List.of("--name", container(name)));
        if (service.has("build")) {
            throw refused("service " + name
                    + " is built by it; build its image before, image(\"NAME\").build(\"FOLDER\")," + " and name that");
        }
        for (var key : service.properties()) {
            if (!key.getKey().startsWith("x-")) {
                words.addAll(words(name, key.getKey(), key.getValue()));
            }
        }
        words.addAll(network(name, service));
        var entrypoint = command(service.path("entrypoint"));
        if (!entrypoint.isEmpty()) {
            words.addAll(List.of("--entrypoint", entrypoint.get(0)));
        }
        words.add(service.path("image").asText());
        words.addAll(entrypoint.stream().skip(1).toList());
        words.addAll(command(service.path("command")));
        return ContainerSpec.parse(
                "docker run " + words.stream().map(Reading::quoted).collect(Collectors.joining(" ")));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private String container(String service) {
        return yaml.path("services").path(service).path("container_name").asText(service);
    }

    private List<String> words(String service, String name, JsonNode value) {
        return switch (name) {
            case "image", "command", "entrypoint", "container_name", "depends_on", "network_mode", "networks" ->
                List.of();
            case "ports" -> each("-p", value, this::port);
            case "volumes" -> volumes(value);
            case "links" -> each("--link", value, link -> link(link.asText()));
            case "volumes_from" -> each("--volumes-from", value, from -> from(from.asText()));
            case "stop_grace_period" -> List.of("--stop-timeout", seconds(value.asText()));
            case "ulimits" -> ulimits(value);
            case "healthcheck", "logging", "blkio_config" -> inner(service, name, value);
            default -> words(service, List.of(name), value);
        };
    }

    private List<String> words(String service, List<String> path, JsonNode value) {
        var key = Key.at(path)
                .orElseThrow(
                        () -> refused("there is no noun for " + String.join(".", path) + " of service " + service));
        return switch (key.shape()) {
            case WORD -> value.asBoolean() ? List.of(key.flag()) : List.of();
            case TEXT, NUMBER -> List.of(key.flag(), value.asText());
            case LIST, PAIRS, MAP ->
                value.isObject()
                        ? value.properties().stream()
                                .flatMap(each -> java.util.stream.Stream.of(
                                        key.flag(),
                                        each.getKey() + "="
                                                + (each.getValue().isNull()
                                                        ? ""
                                                        : each.getValue().asText())))
                                .toList()
                        : each(key.flag(), value, JsonNode::asText);
        };
    }

    private List<String> inner(String service, String name, JsonNode value) {
        var words = new ArrayList<String>();
        for (var each : value.properties()) {
            if (each.getKey().equals("test")) {
                words.addAll(List.of("--health-cmd", test(each.getValue())));
            } else {
                words.addAll(words(service, List.of(name, each.getKey()), each.getValue()));
            }
        }
        return words;
    }

    private static String test(JsonNode test) {
        if (test.isTextual()) {
            return test.asText();
        }
        var words = texts(test);
        return words.get(0).equals("CMD-SHELL")
                ? words.get(1)
                : words.stream().skip(1).map(Reading::quoted).collect(Collectors.joining(" "));
    }

    private static List<String> ulimits(JsonNode value) {
        var words = new ArrayList<String>();
        for (var limit : value.properties()) {
            var both = limit.getValue();
            words.addAll(List.of(
                    "--ulimit",
                    limit.getKey() + "="
                            + (both.isObject()
                                    ? both.path("soft").asText() + ":"
                                            + both.path("hard").asText()
                                    : both.asText())));
        }
        return words;
    }

    private String port(JsonNode port) {
        if (!port.isObject()) {
            return port.asText();
        }
        var address = port.path("host_ip").asText("");
        var published = port.path("published").asText("");
        var protocol = port.path("protocol").asText("tcp");
        return (address.isEmpty() ? "" : address + ":")
                + (published.isEmpty() && address.isEmpty() ? "" : published + ":")
                + port.path("target").asText()
                + (protocol.equals("tcp") ? "" : "/" + protocol);
    }

    private List<String> volumes(JsonNode value) {
        var words = new ArrayList<String>();
        for (var each : value) {
            if (each.isObject()) {
                words.addAll(List.of("--mount", mount(each)));
            } else {
                words.addAll(List.of("-v", volume(each.asText())));
            }
        }
        return words;
    }

    private String mount(JsonNode mount) {
        var type = mount.path("type").asText("volume");
        var source = mount.path("source").asText("");
        var found = source.isEmpty() ? "" : ",source=" + (type.equals("bind") ? path(source) : volumeName(source));
        return "type=" + type + found + ",target=" + mount.path("target").asText()
                + (mount.path("read_only").asBoolean() ? ",readonly" : "");
    }

    private String volume(String text) {
        var colon = text.indexOf(':');
        if (colon < 0) {
            return text;
        }
        var source = text.substring(0, colon);
        return (source.matches("[./~].*") ? path(source) : volumeName(source)) + text.substring(colon);
    }

    private String path(String source) {
        return source.startsWith("~")
                ? source
                : folder.resolve(source).normalize().toString();
    }

    private String volumeName(String name) {
        var declared = yaml.path("volumes").path(name);
        if (declared.isMissingNode()) {
            throw refused("volume " + name + " does not stand among its volumes");
        }
        return declared.path("name").asText(declared.path("external").asBoolean() ? name : project + "_" + name);
    }

    private String link(String text) {
        var parts = text.split(":", 2);
        return container(parts[0]) + ":" + (parts.length == 2 ? parts[1] : parts[0]);
    }

    private String from(String text) {
        if (text.startsWith("container:")) {
            return text.substring("container:".length());
        }
        var parts = text.split(":", 2);
        return container(parts[0]) + (parts.length == 2 ? ":" + parts[1] : "");
    }

    private static String seconds(String text) {
        return text.matches("[0-9]+s") ? text.substring(0, text.length() - 1) : text;
    }

    private List<String> network(String name, JsonNode service) {
        var mode = service.path("network_mode").asText("");
        if (mode.startsWith("service:")) {
            return List.of("--network", "container:" + container(mode.substring("service:".length())));
        }
        if (!mode.isEmpty()) {
            return mode.equals("bridge") ? List.of() : List.of("--network", mode);
        }
        var listed = service.path("networks");
        var names = listed.isObject() ? names(listed) : texts(listed);
        if (names.size() > 1) {
            throw refused("service " + name + " is on several networks; network(\"…\").connect(…) joins a second one");
        }
        var own = names.isEmpty() ? "default" : names.get(0);
        var words = new ArrayList<>(List.of("--network", networkName(own)));
        var declared = yaml.path("networks").path(own);
        if (!declared.path("external").asBoolean()) {
            words.addAll(List.of("--network-alias", name));
        }
        texts(listed.path(own).path("aliases")).forEach(alias -> words.addAll(List.of("--network-alias", alias)));
        return words;
    }

    private String networkName(String name) {
        var declared = yaml.path("networks").path(name);
        boolean external = declared.path("external").asBoolean();
        var known = declared.path("name").asText(external ? name : project + "_" + name);
        if (!external) {
            networks.add(known);
        }
        return known;
    }

    private static List<String> command(JsonNode value) {
        return value.isTextual() ? ShellWords.of(value.asText()) : texts(value);
    }

    private static List<String> each(String flag, JsonNode list, java.util.function.Function<JsonNode, String> text) {
        var words = new ArrayList<String>();
        for (var one : list.isArray() ? list : List.of(list)) {
            words.add(flag);
            words.add(text.apply(one));
        }
        return words;
    }

    private void refuse(String where, List<String> names, Set<String> known) {
        var unknown = names.stream()
                .filter(name -> !known.contains(name) && !name.startsWith("x-"))
                .toList();
        if (!unknown.isEmpty()) {
            throw refused("there is no noun for its " + where + String.join(", ", unknown));
        }
    }

    private MalformedCompose refused(String why) {
        return new MalformedCompose(file, why);
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
