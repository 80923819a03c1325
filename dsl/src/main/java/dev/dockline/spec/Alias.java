package dev.dockline.spec;

/**
 * Another name of a container on its network.
 *
 * @param name the name
 */
public record Alias(String name) implements Setting {
    @Override
    public Object key() {
        return this;
    }

    @Override
    public String cli() {
        return "--network-alias " + Java.word(name);
    }

    @Override
    public String toString() {
        return "alias(" + Java.literal(name) + ")";
    }
}
