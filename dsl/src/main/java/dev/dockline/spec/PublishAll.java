package dev.dockline.spec;

/** All exposed ports are published, each on a free port of the host. */
public record PublishAll() implements Setting {
    @Override
    public Object key() {
        return PublishAll.class;
    }

    @Override
    public String cli() {
        return "-P";
    }

    @Override
    public String toString() {
        return "publishAll()";
    }
}
