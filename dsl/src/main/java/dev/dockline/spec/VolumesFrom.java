package dev.dockline.spec;

import dev.dockline.error.MalformedVolumesFrom;

/**
 * All the volumes of another container, at the same paths.
 *
 * @param container the other container's name or id; it may be stopped
 * @param access whether this container may write
 */
public record VolumesFrom(String container, Access access) implements Setting {
    /** Refuses an empty name. */
    public VolumesFrom {
        if (container.isBlank()) {
            throw new MalformedVolumesFrom(container, "it names no container");
        }
    }

    /** Reads {@code container[:ro]}. */
    public static VolumesFrom parse(String text) {
        var parts = text.split(":", -1);
        if (parts.length > 2) {
            throw new MalformedVolumesFrom(text, "it is not of the form container[:ro]");
        }
        String mode = parts.length == 1 ? "rw" : parts[1];
        return switch (mode) {
            case "rw" -> new VolumesFrom(parts[0], Access.READ_WRITE);
            case "ro" -> new VolumesFrom(parts[0], Access.READ_ONLY);
            default -> throw new MalformedVolumesFrom(text, "\"" + mode + "\" is no mode: ro or rw");
        };
    }

    @Override
    public Object key() {
        return "volumes from " + container;
    }

    @Override
    public String cli() {
        return "--volumes-from " + Java.word(container + (access == Access.READ_ONLY ? ":ro" : ""));
    }

    @Override
    public String toString() {
        return "volumesFrom(" + Java.literal(container) + (access == Access.READ_ONLY ? ", READ_ONLY)" : ")");
    }
}
