package dev.dockline.spec;

import dev.dockline.error.MalformedSetting;

/**
 * A note on a container that the engine keeps and lists can be filtered by.
 *
 * @param name the name, without {@code =}
 * @param value the value, which may be empty
 */
public record Label(String name, String value) implements Setting {
    /** Refuses an empty name, and one with {@code =} in it. */
    public Label {
        if (name.isEmpty() || name.contains("=")) {
            throw new MalformedSetting("label", name, "\"" + name + "\" is no label's name");
        }
    }

    /** Reads {@code key=value}, or {@code key} alone for an empty value. */
    public static Label parse(String text) {
        int equals = text.indexOf('=');
        return equals < 0 ? new Label(text, "") : new Label(text.substring(0, equals), text.substring(equals + 1));
    }

    @Override
    public Object key() {
        return "label " + name;
    }

    @Override
    public String cli() {
        return "-l " + Java.word(name + "=" + value);
    }

    @Override
    public String toString() {
        return "label(" + Java.literal(name) + ", " + Java.literal(value) + ")";
    }
}
