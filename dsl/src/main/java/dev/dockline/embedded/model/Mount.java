package dev.dockline.embedded.model;

import java.util.List;

/**
 * A place in a container where a volume or a path of the host is seen. {@code source} is the volume's name or the
 * host's path.
 */
public record Mount(
        Type type,
        String source,
        String destination,
        String mode,
        boolean writable,
        boolean copiesUp,
        boolean inherited) {

    /** What stands behind a mount. */
    public enum Type {
        VOLUME,
        BIND,
        TMPFS;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Mount volume(String name, String destination) {
        return new Mount(Type.VOLUME, name, destination, "", true, true, false);
    }

    /** A folder that is empty at each start; {@code options} is its mode. */
    static Mount tmpfs(String destination, String options) {
        return new Mount(
                Type.TMPFS,
                "",
                destination,
                options,
                !List.of(options.split(",")).contains("ro"),
                false,
                false);
    }

    /** The same mount as another container inherits it. */
    Mount inherited(boolean writableThere) {
        return new Mount(type, source, destination, "", writable && writableThere, copiesUp, true);
    }

    public boolean isVolume() {
        return type == Type.VOLUME;
    }
}
