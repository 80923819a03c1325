package dev.dockline.spec;

import java.util.Locale;

/** When a declaration's image is pulled. */
public enum PullPolicy implements Setting {
    /** If the engine does not have it. */
    MISSING,
    /** Each time. */
    ALWAYS,
    /** Not at all. */
    NEVER;

    @Override
    public Object key() {
        return PullPolicy.class;
    }

    @Override
    public boolean shapesContainer() {
        return false;
    }

    @Override
    public String cli() {
        return "--pull " + name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "pull(" + name() + ")";
    }
}
