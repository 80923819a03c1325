package dev.dockline.spec;

import dev.dockline.error.MalformedSetting;

/**
 * A limit on what each of a container's processes may use.
 *
 * @param name the limit: {@code nofile}
 * @param soft where the kernel stops a process
 * @param hard how far a process may raise the soft limit
 */
public record Ulimit(String name, long soft, long hard) implements Setting {
    /** Reads {@code nofile=1024[:2048]}. */
    public static Ulimit parse(String text) {
        if (!text.matches("[a-z]+=-?\\d{1,18}(:-?\\d{1,18})?")) {
            throw new MalformedSetting("ulimit", text, "it is not of the form name=soft[:hard]");
        }
        var parts = text.split("[=:]");
        return new Ulimit(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[parts.length - 1]));
    }

    @Override
    public Object key() {
        return "ulimit " + name;
    }

    private String text() {
        return name + "=" + soft + (soft == hard ? "" : ":" + hard);
    }

    @Override
    public String cli() {
        return "--ulimit " + text();
    }

    @Override
    public String toString() {
        return "ulimit(" + Java.literal(text()) + ")";
    }
}
