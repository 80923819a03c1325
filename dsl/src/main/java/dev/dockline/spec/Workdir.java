package dev.dockline.spec;

/**
 * The folder that a container's programs start in.
 *
 * @param path an absolute path in the container
 */
public record Workdir(String path) implements Setting {
    @Override
    public Object key() {
        return Workdir.class;
    }

    @Override
    public String cli() {
        return "-w " + Java.word(path);
    }

    @Override
    public String toString() {
        return "workdir(" + Java.literal(path) + ")";
    }
}
