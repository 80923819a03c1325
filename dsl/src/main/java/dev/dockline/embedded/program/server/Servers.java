package dev.dockline.embedded.program.server;

import dev.dockline.embedded.program.Program;
import dev.dockline.embedded.program.sql.PgIsReady;
import dev.dockline.embedded.program.sql.Psql;

/** The servers by name. */
public final class Servers {
    private Servers() {}

    /** Null where there is none of that name. */
    public static Program named(String name) {
        return switch (name) {
            case "hello" -> new Hello();
            case "python" -> new Python();
            case "postgres-start" -> new Postgres();
            case "psql" -> new Psql();
            case "pg_isready" -> new PgIsReady();
            default -> null;
        };
    }
}
