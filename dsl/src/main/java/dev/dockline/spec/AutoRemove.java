package dev.dockline.spec;

/** The container is removed, with its anonymous volumes, when it ends. */
public record AutoRemove() implements Setting {
    @Override
    public Object key() {
        return AutoRemove.class;
    }

    @Override
    public String cli() {
        return "--rm";
    }

    @Override
    public String toString() {
        return "autoRemove()";
    }
}
