package dev.dockline.spec;

import dev.dockline.error.MalformedSetting;

/**
 * A line in a container's hosts file.
 *
 * @param name the name
 * @param address the IP address, or {@code host-gateway}
 */
public record ExtraHost(String name, String address) implements Setting {
    /** Refuses an empty name or address. */
    public ExtraHost {
        if (name.isBlank() || address.isBlank()) {
            throw new MalformedSetting("extraHost", name + ":" + address, "a name and an address are needed");
        }
    }

    /** Reads {@code name:address}. */
    public static ExtraHost parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new MalformedSetting("extraHost", text, "there is no : in it");
        }
        return new ExtraHost(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public Object key() {
        return "extra host " + name;
    }

    @Override
    public String cli() {
        return "--add-host " + Java.word(name + ":" + address);
    }

    @Override
    public String toString() {
        return "extraHost(" + Java.literal(name) + ", " + Java.literal(address) + ")";
    }
}
