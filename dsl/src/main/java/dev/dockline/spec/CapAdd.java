package dev.dockline.spec;

/**
 * A right of the kernel that a container has beyond the usual ones.
 *
 * @param name the capability: {@code NET_ADMIN}
 */
public record CapAdd(String name) implements Setting {
    @Override
    public Object key() {
        return this;
    }

    @Override
    public String cli() {
        return "--cap-add " + Java.word(name);
    }

    @Override
    public String toString() {
        return "capAdd(" + Java.literal(name) + ")";
    }
}
