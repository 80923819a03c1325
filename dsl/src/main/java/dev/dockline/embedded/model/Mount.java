package dev.dockline.embedded.model;

import java.util.List;

/**
 * A place in a container where a volume or a path of the host is seen. {@code source} is the volume's name or the
 * host's path.
 */
public record Mount(
        Type type, String source, String destination, String mode, boolean writable, boolean copiesUp, Hold hold) {

    /** From when on what is mounted may not be removed. */
    public enum Hold {
        /** At once: it was asked for. */
        ASKED,
        /** An anonymous volume at once, a named one from the first start on: another container has it too. */
        INHERITED,
        /** From the first start on: it was mounted at its place twice over. */
        DOUBLED
    }

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
        return new Mount(Type.VOLUME, name, destination, "", true, true, Hold.ASKED);
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
                Hold.ASKED);
    }

    /** The same mount as another container inherits it. */
    Mount inherited(boolean writableThere) {
        return new Mount(type, source, destination, "", writable && writableThere, copiesUp, Hold.INHERITED);
    }

    /** The same mount in the place of another, null for none: where that was of the same volume, nothing is held. */
    Mount over(Mount before) {
        var again = before != null && isVolume() && before.isVolume() && before.source.equals(source);
        return again ? new Mount(type, source, destination, mode, writable, copiesUp, Hold.DOUBLED) : this;
    }

    /** Whether it is held before the first start. */
    boolean heldAtOnce(boolean anonymous) {
        return hold == Hold.ASKED || hold == Hold.INHERITED && anonymous;
    }

    public boolean isVolume() {
        return type == Type.VOLUME;
    }
}
