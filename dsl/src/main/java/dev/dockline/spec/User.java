package dev.dockline.spec;

/**
 * The user that a container's programs run as.
 *
 * @param name a name or number, optionally with a group: {@code 1000:1000}
 */
public record User(String name) implements Setting {
    @Override
    public Object key() {
        return User.class;
    }

    @Override
    public String cli() {
        return "-u " + Java.word(name);
    }

    @Override
    public String toString() {
        return "user(" + Java.literal(name) + ")";
    }
}
