package dev.dockline.spec;

import dev.dockline.error.MalformedSetting;
import java.util.HashMap;
import java.util.Map;

/** Reads {@code --mount type=volume,source=data,target=/data,readonly}. */
final class MountFlag {
    private MountFlag() {}

    static Setting parse(String text) {
        var parts = new HashMap<String, String>();
        for (var part : text.split(",")) {
            var pair = part.split("=", 2);
            parts.put(name(pair[0]), pair.length == 1 ? "true" : pair[1]);
        }
        var type = parts.getOrDefault("type", "volume");
        var access = parts.getOrDefault("readonly", "false").matches("true|1") ? Access.READ_ONLY : Access.READ_WRITE;
        var source = parts.getOrDefault("source", "");
        var target = required(text, parts);
        parts.keySet().removeAll(java.util.Set.of("type", "source", "target", "readonly"));
        if (type.equals("tmpfs")) {
            return new Tmpfs(target, options(text, parts));
        }
        if (!parts.isEmpty()) {
            throw refused(
                    text,
                    "there is no noun for its " + parts.keySet().iterator().next());
        }
        return switch (type) {
            case "bind" -> new BindMount(source, target, access);
            case "volume" -> new VolumeMount(source, target, access);
            default -> throw refused(text, "there is no noun for a mount of type " + type);
        };
    }

    private static String name(String given) {
        return switch (given.strip()) {
            case "src" -> "source";
            case "dst", "destination" -> "target";
            case "ro" -> "readonly";
            default -> given.strip();
        };
    }

    private static String required(String text, Map<String, String> parts) {
        if (!parts.containsKey("target")) {
            throw refused(text, "it has no target");
        }
        return parts.get("target");
    }

    private static String options(String text, Map<String, String> parts) {
        var size = parts.remove("tmpfs-size");
        var mode = parts.remove("tmpfs-mode");
        if (!parts.isEmpty()) {
            throw refused(
                    text,
                    "there is no noun for its " + parts.keySet().iterator().next());
        }
        return (size == null ? "" : "size=" + size)
                + (size == null || mode == null ? "" : ",")
                + (mode == null ? "" : "mode=" + mode);
    }

    private static MalformedSetting refused(String text, String why) {
        return new MalformedSetting("mount", text, why);
    }
}
