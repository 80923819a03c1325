package dev.dockline.embedded.model;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads the {@code -v} string and the API's mount objects; its complaints are Docker's. */
final class MountParser {
    private static final Set<String> MODES = Set.of(
            "rw",
            "ro",
            "z",
            "Z",
            "nocopy",
            "shared",
            "rshared",
            "slave",
            "rslave",
            "private",
            "rprivate",
            "consistent",
            "cached",
            "delegated");

    private MountParser() {}

    /** {@code SOURCE:DESTINATION[:MODE]}, or a destination alone. A volume without a source has an empty name. */
    static Mount bind(String text) {
        var parts = text.split(":", -1);
        if (parts.length > 3
                || Arrays.asList(parts).subList(0, Math.min(2, parts.length)).contains(""))
            throw Refused.failed("invalid volume specification: '" + text + "'");
        if (parts.length == 1) return volume(text, "", parts[0], "");
        var mode = parts.length == 3 ? parts[2] : parts[0].startsWith("/") ? "" : "z";
        if (!mode.isEmpty() && !isMode(mode)) throw Refused.failed("invalid mode: " + mode);
        if (!parts[0].startsWith("/")) return volume(text, parts[0], parts[1], mode);
        checkDestination(text, "bind", parts[1]);
        return new Mount(
                Mount.Type.BIND, clean(parts[0]), clean(parts[1]), mode, writable(mode), false, Mount.Hold.ASKED);
    }

    static Mount mount(HostSpec.MountSpec spec) {
        var type = type(spec.type());
        if (spec.target().isEmpty()) throw invalid(spec.type(), "field Target must not be empty");
        if (type == Mount.Type.BIND && spec.source().isEmpty()) throw invalid("bind", "field Source must not be empty");
        if (type == Mount.Type.BIND && !spec.source().startsWith("/"))
            throw invalid("bind", "invalid mount path: '" + spec.source() + "' mount path must be absolute");
        if (!spec.target().startsWith("/"))
            throw invalid(spec.type(), "invalid mount path: '" + spec.target() + "' mount path must be absolute");
        var source = type == Mount.Type.BIND ? clean(spec.source()) : spec.source();
        var mode = type == Mount.Type.VOLUME ? "z" : "";
        var copies = type == Mount.Type.VOLUME && !spec.noCopy();
        return new Mount(type, source, clean(spec.target()), mode, !spec.readOnly(), copies, Mount.Hold.ASKED);
    }

    /** {@code CONTAINER[:MODE]}: the container, and whether its mounts may be written. */
    static VolumesFrom volumesFrom(String text) {
        var colon = text.indexOf(':');
        if (text.isEmpty()) throw Refused.badRequest("volumes-from specification cannot be an empty string");
        if (colon < 0) return new VolumesFrom(text, true);
        var mode = text.substring(colon + 1);
        if (!isMode(mode) || List.of(mode.split(",")).contains("nocopy"))
            throw Refused.badRequest("invalid mode: " + mode);
        return new VolumesFrom(text.substring(0, colon), writable(mode));
    }

    record VolumesFrom(String container, boolean writable) {}

    /** An absolute path without dots and doubled slashes. */
    static String clean(String path) {
        var parts = new ArrayDeque<String>();
        for (var part : path.split("/")) {
            if (part.equals("..")) parts.pollLast();
            else if (!part.isEmpty() && !part.equals(".")) parts.addLast(part);
        }
        return "/" + String.join("/", parts);
    }

    /** The place of a tmpfs. */
    static String absolute(String destination) {
        if (!destination.startsWith("/"))
            throw invalid("tmpfs", "invalid mount path: '" + destination + "' mount path must be absolute");
        return clean(destination);
    }

    private static Mount volume(String text, String name, String destination, String mode) {
        checkDestination(text, "volume", destination);
        var copies = !List.of(mode.split(",")).contains("nocopy");
        return new Mount(Mount.Type.VOLUME, name, clean(destination), mode, writable(mode), copies, Mount.Hold.ASKED);
    }

    private static void checkDestination(String text, String type, String destination) {
        if (!destination.startsWith("/"))
            throw Refused.failed("invalid volume specification: '" + text + "': "
                    + invalid(type, "invalid mount path: '" + destination + "' mount path must be absolute")
                            .getMessage());
        if (clean(destination).equals("/"))
            throw Refused.failed("invalid volume specification: '" + text
                    + "': invalid mount config for type \"" + type
                    + "\": invalid specification: destination can't be '/'");
    }

    private static boolean isMode(String mode) {
        return !mode.isEmpty() && MODES.containsAll(List.of(mode.split(",", -1)));
    }

    private static boolean writable(String mode) {
        return !List.of(mode.split(",")).contains("ro");
    }

    private static Mount.Type type(String word) {
        return Arrays.stream(Mount.Type.values())
                .filter(type -> type.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> Refused.badRequest("invalid mount config for type \"" + word + "\": mount type unknown"));
    }

    private static Refused invalid(String type, String reason) {
        return Refused.badRequest("invalid mount config for type \"" + type + "\": " + reason);
    }
}
