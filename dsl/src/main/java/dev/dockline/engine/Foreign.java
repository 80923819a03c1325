package dev.dockline.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.error.DocklineException;
import dev.dockline.spec.Access;
import dev.dockline.spec.Alias;
import dev.dockline.spec.BindMount;
import dev.dockline.spec.CapAdd;
import dev.dockline.spec.Command;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.Cpus;
import dev.dockline.spec.Dns;
import dev.dockline.spec.Entrypoint;
import dev.dockline.spec.EnvVar;
import dev.dockline.spec.Expose;
import dev.dockline.spec.ExtraHost;
import dev.dockline.spec.Healthcheck;
import dev.dockline.spec.Hostname;
import dev.dockline.spec.ImageReference;
import dev.dockline.spec.Label;
import dev.dockline.spec.Link;
import dev.dockline.spec.Memory;
import dev.dockline.spec.NetworkMode;
import dev.dockline.spec.Publish;
import dev.dockline.spec.RestartPolicy;
import dev.dockline.spec.Setting;
import dev.dockline.spec.Switch;
import dev.dockline.spec.Tmpfs;
import dev.dockline.spec.Ulimit;
import dev.dockline.spec.User;
import dev.dockline.spec.VolumeMount;
import dev.dockline.spec.VolumesFrom;
import dev.dockline.spec.Workdir;
import dev.dockline.state.ImageName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** The declaration of a container that somebody else made, read from its inspect; both engines' defaults are left out. */
final class Foreign {
    private static final Set<String> PODMANS_VARIABLES = Set.of("container", "HOME", "TERM", "HOSTNAME");
    private static final Set<String> DEFAULT_NETWORKS = Set.of("", "default", "bridge", "podman", "slirp4netns");

    private static final List<String> NO_NOUN = List.of("Devices", "DeviceRequests", "DeviceCgroupRules");

    private final JsonNode json;
    private final JsonNode config;
    private final JsonNode host;
    private final JsonNode image;
    private ContainerSpec spec = ContainerSpec.named("");

    Foreign(JsonNode inspected, JsonNode image) {
        this.json = inspected;
        this.config = inspected.path("Config");
        this.host = inspected.path("HostConfig");
        this.image = image;
    }

    ContainerSpec declaration() {
        with(() -> new ImageReference(ImageName.familiar(config.path("Image").asText())));
        program();
        surroundings();
        ports();
        mounts();
        network();
        limits();
        // Podman tells its own defaults among them.
        if (!isPodmans()) {
            Options.of(json).forEach(option -> with(() -> option));
        }
        return new ImageDefaults(image).taken(spec);
    }

    private void program() {
        words("Cmd", Command::new);
        words("Entrypoint", Entrypoint::new);
        text(config.path("User"), User::new);
        if (!config.path("WorkingDir").asText().equals("/")) {
            text(config.path("WorkingDir"), Workdir::new);
        }
        word(config.path("Tty"), Switch.TTY);
        word(config.path("OpenStdin"), Switch.INTERACTIVE);
        var check = config.path("Healthcheck");
        if (check.path("Test").path(0).asText().equals("CMD-SHELL")) {
            long interval = check.path("Interval").asLong();
            with(() -> new Healthcheck(
                    check.path("Test").path(1).asText(),
                    interval == 0 ? null : Duration.ofNanos(interval),
                    check.path("Retries").asInt()));
        }
    }

    private void surroundings() {
        boolean podman = isPodmans();
        texts(config.path("Env")).stream()
                .filter(variable -> !podman || !PODMANS_VARIABLES.contains(variable.replaceFirst("=.*", "")))
                .filter(variable -> !variable.startsWith("PATH="))
                .forEach(variable -> with(() -> EnvVar.parse(variable)));
        config.path("Labels").properties().stream()
                .filter(label -> !label.getKey().startsWith("dev.dockline."))
                .forEach(label ->
                        with(() -> new Label(label.getKey(), label.getValue().asText())));
        if (!json.path("Id").asText().startsWith(config.path("Hostname").asText("-"))) {
            text(config.path("Hostname"), Hostname::new);
        }
    }

    private boolean isPodmans() {
        return texts(config.path("Env")).contains("container=podman");
    }

    private void ports() {
        config.path("ExposedPorts").fieldNames().forEachRemaining(port -> with(() -> Expose.parse(port)));
        host.path("PortBindings")
                .properties()
                .forEach(port -> port.getValue()
                        .forEach(binding -> with(() -> publish(
                                port.getKey(),
                                binding.path("HostIp").asText(),
                                binding.path("HostPort").asText()))));
        word(host.path("PublishAllPorts"), Switch.PUBLISH_ALL);
    }

    private static Publish publish(String port, String address, String hostPort) {
        boolean every = address.isEmpty() || address.equals("0.0.0.0");
        String where = every ? "" : (address.contains(":") ? "[" + address + "]" : address) + ":";
        return Publish.parse(where + hostPort + ":" + port);
    }

    private void mounts() {
        texts(host.path("VolumesFrom")).forEach(from -> with(() -> VolumesFrom.parse(from)));
        texts(host.path("Binds")).forEach(bind -> with(() -> mount(bind)));
        config.path("Volumes").fieldNames().forEachRemaining(path -> with(() -> volume("", path, Access.READ_WRITE)));
        host.path("Mounts").forEach(mount -> with(() -> mount(mount)));
        host.path("Tmpfs")
                .properties()
                .forEach(mount ->
                        with(() -> new Tmpfs(mount.getKey(), mount.getValue().asText())));
    }

    private static Setting mount(JsonNode mount) {
        var access = mount.path("ReadOnly").asBoolean() ? Access.READ_ONLY : Access.READ_WRITE;
        String source = mount.path("Source").asText();
        String target = mount.path("Target").asText();
        return switch (mount.path("Type").asText()) {
            case "bind" -> new BindMount(source, target, access);
            case "tmpfs" -> new Tmpfs(target, "");
            default -> new VolumeMount(source, target, access);
        };
    }

    private static Setting mount(String bind) {
        var parts = bind.split(":", -1);
        boolean readOnly = parts.length > 2 && List.of(parts[2].split(",")).contains("ro");
        var access = readOnly ? Access.READ_ONLY : Access.READ_WRITE;
        return parts[0].startsWith("/")
                ? new BindMount(parts[0], parts[1], access)
                : volume(parts[0].matches("[0-9a-f]{64}") ? "" : parts[0], parts[1], access);
    }

    private static VolumeMount volume(String name, String path, Access access) {
        return new VolumeMount(name, path, access);
    }

    private void network() {
        String mode = host.path("NetworkMode").asText();
        if (!DEFAULT_NETWORKS.contains(mode)) {
            with(() -> new NetworkMode(mode));
        }
        texts(host.path("Links")).forEach(link -> with(() -> link(link)));
        String id = json.path("Id").asText();
        String name = json.path("Name").asText().replaceFirst("^/", "");
        for (var endpoint : json.path("NetworkSettings").path("Networks")) {
            texts(endpoint.path("Links")).forEach(link -> with(() -> Link.parse(link)));
            texts(endpoint.path("Aliases")).stream()
                    .filter(alias -> !id.startsWith(alias) && !alias.equals(name))
                    .forEach(alias -> with(() -> new Alias(alias)));
        }
    }

    // /db:/web/alias
    private static Link link(String text) {
        return new Link(text.substring(1, text.indexOf(':')), text.substring(text.lastIndexOf('/') + 1));
    }

    private void limits() {
        word(host.path("AutoRemove"), Switch.AUTO_REMOVE);
        word(host.path("Init"), Switch.INIT);
        word(host.path("Privileged"), Switch.PRIVILEGED);
        word(host.path("ReadonlyRootfs"), Switch.READ_ONLY_ROOT);
        var policy = host.path("RestartPolicy");
        if (!policy.path("Name").asText("no").matches("|no")) {
            with(() -> new RestartPolicy(
                    policy.path("Name").asText(),
                    policy.path("MaximumRetryCount").asInt()));
        }
        if (host.path("Memory").asLong() > 0) {
            with(() -> new Memory(host.path("Memory").asLong()));
        }
        if (host.path("NanoCpus").asLong() > 0) {
            with(() -> new Cpus(host.path("NanoCpus").asLong() / 1e9));
        }
        texts(host.path("CapAdd")).forEach(right -> with(() -> new CapAdd(right.replaceFirst("^CAP_", ""))));
        texts(host.path("Dns")).forEach(address -> with(() -> new Dns(address)));
        texts(host.path("ExtraHosts")).forEach(line -> with(() -> ExtraHost.parse(line)));
        for (var limit : host.path("Ulimits")) {
            String name = limit.path("Name").asText();
            // Podman tells its own defaults under these names.
            if (!name.startsWith("RLIMIT_")) {
                with(() -> new Ulimit(
                        name, limit.path("Soft").asLong(), limit.path("Hard").asLong()));
            }
        }
    }

    /** The names of settings that are not the engine's defaults and have no noun. */
    List<String> unspoken() {
        var found = new ArrayList<String>();
        for (var name : NO_NOUN) {
            var value = host.path(name);
            if (value.isContainerNode() && !value.isEmpty() || value.isNumber() && value.asLong() > 0) {
                found.add(name);
            }
        }
        return found;
    }

    private void words(String field, Function<List<String>, Setting> setting) {
        var words = texts(config.path(field));
        if (!words.isEmpty()) {
            with(() -> setting.apply(words));
        }
    }

    private void text(JsonNode value, Function<String, Setting> setting) {
        if (!value.asText("").isEmpty()) {
            with(() -> setting.apply(value.asText()));
        }
    }

    private void word(JsonNode value, Switch word) {
        if (value.asBoolean()) {
            spec = spec.with(word);
        }
    }

    // What has no noun cannot be declared; the container is told without it.
    private void with(Supplier<Setting> setting) {
        try {
            spec = spec.with(setting.get());
        } catch (DocklineException withoutNoun) {
            return;
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
