package dev.dockline.compose;

import dev.dockline.spec.Alias;
import dev.dockline.spec.Command;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.Entrypoint;
import dev.dockline.spec.ImageReference;
import dev.dockline.spec.NetworkMode;
import dev.dockline.spec.Setting;
import dev.dockline.spec.ShellWords;
import dev.dockline.spec.Ulimit;
import dev.dockline.spec.VolumesFrom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A declaration as a service: its keys, what the top of the file must say of it, and what no key can say. */
final class Service {
    private static final String MODES = "bridge|host|none|container:.*";

    private final Map<String, Object> keys = new LinkedHashMap<>();
    private final List<String> unsaid = new ArrayList<>();
    private final ContainerSpec spec;

    private Service(ContainerSpec spec) {
        this.spec = spec;
    }

    static Service of(ContainerSpec spec) {
        var service = new Service(spec);
        if (!spec.name().isEmpty()) {
            service.keys.put("container_name", spec.name());
        }
        spec.imageFirst().settings().forEach(service::put);
        service.network();
        return service;
    }

    Map<String, Object> keys() {
        return keys;
    }

    List<String> unsaid() {
        return unsaid;
    }

    /** The volumes with names that it mounts. */
    List<String> volumes() {
        return spec.all(dev.dockline.spec.VolumeMount.class)
                .filter(volume -> !volume.anonymous())
                .map(dev.dockline.spec.VolumeMount::name)
                .toList();
    }

    /** The network of somebody's own that it is on, if it is. */
    List<String> networks() {
        return spec.one(NetworkMode.class).map(NetworkMode::name).filter(name -> !name.matches(MODES)).stream()
                .toList();
    }

    private void put(Setting setting) {
        if (setting instanceof ImageReference image) {
            keys.put("image", image.text());
        } else if (setting instanceof Command command) {
            keys.put("command", command.words());
        } else if (setting instanceof Entrypoint entrypoint) {
            keys.put("entrypoint", entrypoint.words());
        } else if (setting instanceof Ulimit limit) {
            var both = new LinkedHashMap<String, Object>();
            both.put("soft", limit.soft());
            both.put("hard", limit.hard());
            inner("ulimits").put(limit.name(), both);
        } else if (setting instanceof VolumesFrom from) {
            list(keys, "volumes_from")
                    .add("container:" + ShellWords.of(from.cli()).get(1));
        } else if (!(setting instanceof NetworkMode || setting instanceof Alias)) {
            flags(setting);
        }
    }

    private void flags(Setting setting) {
        var words = ShellWords.of(setting.cli());
        if (words.isEmpty()) {
            unsaid.add(setting.toString());
        }
        for (int i = 0; i < words.size(); ) {
            var flag = words.get(i++);
            var key = Key.ofFlag(flag);
            if (flag.equals("--health-cmd")) {
                inner("healthcheck").put("test", List.of("CMD-SHELL", words.get(i++)));
            } else if (flag.equals("--stop-timeout")) {
                keys.put("stop_grace_period", words.get(i++) + "s");
            } else if (key.isEmpty()) {
                unsaid.add(setting.toString());
                return;
            } else if (key.get().shape() == Key.Shape.WORD) {
                put(key.get(), "");
            } else {
                put(key.get(), words.get(i++));
            }
        }
    }

    private void put(Key key, String value) {
        var at = keys;
        for (var name : key.path().subList(0, key.path().size() - 1)) {
            at = inner(name);
        }
        var name = key.path().get(key.path().size() - 1);
        switch (key.shape()) {
            // Compose takes sizes in quotes, but not the one that stands for none.
            case TEXT -> at.put(name, value.equals("-1") ? (Object) (-1) : value);
            case NUMBER -> at.put(name, Long.valueOf(value));
            case WORD -> at.put(name, true);
            case LIST, PAIRS -> list(at, name).add(value);
            case MAP -> {
                var entry = value.split("=", 2);
                map(at, name).put(entry[0], entry[1]);
            }
        }
    }

    private Map<String, Object> inner(String name) {
        return map(keys, name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> at, String name) {
        return (Map<String, Object>) at.computeIfAbsent(name, any -> new LinkedHashMap<String, Object>());
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> at, String name) {
        return (List<Object>) at.computeIfAbsent(name, any -> new ArrayList<>());
    }

    // A file's services are on a network of their own unless they say otherwise; containers are on the bridge.
    private void network() {
        var mode = spec.one(NetworkMode.class).map(NetworkMode::name).orElse("bridge");
        if (mode.matches(MODES)) {
            keys.put("network_mode", mode);
            return;
        }
        var aliases = spec.all(Alias.class).map(Alias::name).toList();
        keys.put("networks", Map.of(mode, aliases.isEmpty() ? Map.of() : Map.of("aliases", aliases)));
    }
}
