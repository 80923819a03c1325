package dev.dockline.spec;

/**
 * The kind of machine that a container is made for.
 *
 * @param name the platform: {@code linux/arm64}
 */
public record Platform(String name) implements Setting {
    @Override
    public Object key() {
        return Platform.class;
    }

    @Override
    public String cli() {
        return "--platform " + Java.word(name);
    }

    @Override
    public String toString() {
        return "platform(" + Java.literal(name) + ")";
    }
}
