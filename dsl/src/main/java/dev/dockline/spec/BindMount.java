package dev.dockline.spec;

import dev.dockline.error.MalformedVolume;
import dev.dockline.error.MissingBindSource;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file or folder of the host mounted in a container.
 *
 * @param source the absolute path on the host
 * @param target the absolute path in the container
 * @param access whether the container may write
 */
public record BindMount(String source, String target, Access access) implements Mount {
    /** Refuses relative paths on either side. */
    public BindMount {
        if (!source.startsWith("/")) {
            throw new MalformedVolume(source + ":" + target, "\"" + source + "\" is no absolute path on the host");
        }
        if (!Paths.mountable(target)) {
            throw new MalformedVolume(
                    source + ":" + target, "\"" + target + "\" is no absolute path below / in the container");
        }
        target = Paths.normal(target);
    }

    /**
     * Resolves {@code ~} and relative paths against the caller's home and folder.
     *
     * @throws MissingBindSource if a relative path names nothing: on the engine a folder would be made of a typo
     */
    public static BindMount of(String source, String target, Access access) {
        if (source.startsWith("/")) {
            return new BindMount(source, target, access);
        }
        var home = Path.of(System.getProperty("user.home"));
        var path = source.equals("~")
                ? home
                : source.startsWith("~/") ? home.resolve(source.substring(2)) : Path.of(source);
        var resolved = path.toAbsolutePath().normalize();
        if (!Files.exists(resolved)) {
            throw new MissingBindSource("Cannot bind \"" + source + "\" to " + target, source, resolved.toString());
        }
        return new BindMount(resolved.toString(), target, access);
    }

    @Override
    public String bind() {
        return source + ":" + target + ":" + access.mode();
    }

    @Override
    public String cli() {
        return "-v " + Java.word(source + ":" + target + (access == Access.READ_ONLY ? ":ro" : ""));
    }

    @Override
    public String toString() {
        return "bind(" + Java.literal(source) + ", " + Java.literal(target)
                + (access == Access.READ_ONLY ? ", READ_ONLY)" : ")");
    }
}
