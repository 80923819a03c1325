package dev.dockline.embedded.model;

/**
 * A place in a container where a volume or a path of the host is seen. {@code source} is the volume's name or the
 * host's path.
 */
public record Mount(
        Type type, String source, String destination, String mode, boolean writable, boolean copiesUp, boolean made) {

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
        return new Mount(Type.VOLUME, name, destination, "", true, true, true);
    }

    /** The same mount as another container inherits it. */
    Mount inherited(boolean writableThere) {
        return new Mount(type, source, destination, "", writable && writableThere, copiesUp, made);
    }

    public boolean isVolume() {
        return type == Type.VOLUME;
    }
}
