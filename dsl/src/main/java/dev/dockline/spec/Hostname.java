package dev.dockline.spec;

/**
 * The name that a container has for itself.
 *
 * @param name a host name
 */
public record Hostname(String name) implements Setting {
    @Override
    public Object key() {
        return Hostname.class;
    }

    @Override
    public String cli() {
        return "-h " + Java.word(name);
    }

    @Override
    public String toString() {
        return "hostname(" + Java.literal(name) + ")";
    }
}
