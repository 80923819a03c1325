package dev.dockline.spec;

/**
 * The network that a container joins.
 *
 * @param name a network's name, {@code host} or {@code none}
 */
public record NetworkMode(String name) implements Setting {
    @Override
    public Object key() {
        return NetworkMode.class;
    }

    @Override
    public String cli() {
        return "--network " + Java.word(name);
    }

    @Override
    public String toString() {
        return "network(" + Java.literal(name) + ")";
    }
}
