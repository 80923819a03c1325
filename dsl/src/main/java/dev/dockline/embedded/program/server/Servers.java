package dev.dockline.embedded.program.server;

import dev.dockline.embedded.program.Program;

/** The servers by name. */
public final class Servers {
    private Servers() {}

    /** Null where there is none of that name. */
    public static Program named(String name) {
        return switch (name) {
            case "hello" -> new Hello();
            case "python" -> new Python();
            case "postgres-start" -> new Postgres();
            default -> null;
        };
    }
}
