package dev.dockline.spec;

import dev.dockline.error.MalformedVolume;

/** Something mounted at a path of a container: a volume, or a file or folder of the host. */
public sealed interface Mount extends Setting permits VolumeMount, BindMount {
    /** The absolute path in the container. */
    String target();

    /** Whether the container may write. */
    Access access();

    /** What {@code HostConfig.Binds} holds for this mount, empty for an anonymous volume. */
    String bind();

    @Override
    default Object key() {
        return "mount " + target();
    }

    /**
     * Reads the string of {@code -v}: {@code /path}, {@code name:/path[:ro]} or {@code /host/path:/path[:ro]}.
     *
     * <p>A host path may begin with {@code ~}, {@code ./} or {@code ../}; it is resolved against the caller.
     */
    static Mount parse(String text) {
        var parts = text.split(":", -1);
        if (parts.length > 3 || text.isBlank()) {
            throw new MalformedVolume(text, "it is not of the form [name or host path:]path[:ro]");
        }
        if (parts.length == 1) {
            return new VolumeMount("", parts[0], Access.READ_WRITE);
        }
        var access = parts.length == 2 ? Access.READ_WRITE : access(text, parts[2]);
        String source = parts[0];
        if (source.isEmpty()) {
            throw new MalformedVolume(text, "what stands before the first colon is empty");
        }
        return source.startsWith("/") || source.startsWith("~") || source.startsWith(".")
                ? BindMount.of(source, parts[1], access)
                : new VolumeMount(source, parts[1], access);
    }

    private static Access access(String text, String mode) {
        return switch (mode) {
            case "rw" -> Access.READ_WRITE;
            case "ro" -> Access.READ_ONLY;
            default -> throw new MalformedVolume(text, "\"" + mode + "\" is no mode: ro or rw");
        };
    }
}
