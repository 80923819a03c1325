package dev.dockline.embedded.program;

/** The engine's own programs by name. */
@FunctionalInterface
public interface Programs {
    /** Null where there is none of that name. */
    Program named(String name);
}
