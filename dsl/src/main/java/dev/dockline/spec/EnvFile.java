package dev.dockline.spec;

/**
 * A file of this machine with a {@code KEY=value} on each line, read when the container is made.
 *
 * @param path the path of the file
 */
public record EnvFile(String path) implements Setting {
    @Override
    public Object key() {
        return this;
    }

    @Override
    public String cli() {
        return "--env-file " + Java.word(path);
    }

    @Override
    public String toString() {
        return "envFile(" + Java.literal(path) + ")";
    }
}
