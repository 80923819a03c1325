package dev.dockline.spec;

import dev.dockline.error.MalformedVolume;

/**
 * A folder in memory, empty at each start.
 *
 * @param target the absolute path in the container
 * @param options the options of the mount: {@code size=64m,mode=1777}; empty for the engine's own
 */
public record Tmpfs(String target, String options) implements Setting {
    /** Refuses a relative path. */
    public Tmpfs {
        if (!Paths.mountable(target)) {
            throw new MalformedVolume(target, "\"" + target + "\" is no absolute path below / in the container");
        }
        target = Paths.normal(target);
    }

    /** Reads {@code path[:options]}. */
    public static Tmpfs parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? new Tmpfs(text, "") : new Tmpfs(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public Object key() {
        return "mount " + target;
    }

    @Override
    public String cli() {
        return "--tmpfs " + Java.word(options.isEmpty() ? target : target + ":" + options);
    }

    @Override
    public String toString() {
        return "tmpfs(" + Java.literal(options.isEmpty() ? target : target + ":" + options) + ")";
    }
}
