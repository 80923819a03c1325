package dev.dockline.spec;

import dev.dockline.error.MalformedSetting;

/**
 * A variable in the environment of a container's programs.
 *
 * @param name the name, without {@code =}
 * @param value the value, which may be empty
 */
public record EnvVar(String name, String value) implements Setting {
    /** Refuses an empty name, and one with {@code =} in it. */
    public EnvVar {
        if (name.isEmpty() || name.contains("=")) {
            throw new MalformedSetting("env", name, "\"" + name + "\" is no variable's name");
        }
    }

    /** Reads {@code KEY=value}. */
    public static EnvVar parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new MalformedSetting("env", text, "there is no = in it");
        }
        return new EnvVar(text.substring(0, equals), text.substring(equals + 1));
    }

    @Override
    public Object key() {
        return "env " + name;
    }

    @Override
    public String cli() {
        return "-e " + Java.word(name + "=" + value);
    }

    @Override
    public String toString() {
        return "env(" + Java.literal(name) + ", " + Java.literal(value) + ")";
    }
}
