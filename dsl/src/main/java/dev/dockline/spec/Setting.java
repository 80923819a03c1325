package dev.dockline.spec;

/**
 * One thing that a declaration says of a container; {@code toString()} is the noun that says it, without the dot.
 *
 * <p>Records that implement this are checked once, when made.
 */
public interface Setting {
    /** What this setting is about: of two settings with equal keys in a declaration, the later one counts. */
    Object key();

    /** The flags of {@code docker run} that say the same, empty where none is needed. */
    String cli();

    /** Whether the container that is made differs by it; what only guides Dockline does not shape it. */
    default boolean shapesContainer() {
        return true;
    }
}
