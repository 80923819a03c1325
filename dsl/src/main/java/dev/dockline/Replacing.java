package dev.dockline;

/** A word for {@code up} and {@code replace}. */
public enum Replacing {
    /** The new container gets anonymous volumes of its own, instead of those of the one it replaces, which stay. */
    FRESH_VOLUMES
}
