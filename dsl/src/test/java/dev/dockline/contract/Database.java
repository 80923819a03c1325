package dev.dockline.contract;

import dev.dockline.Container;
import dev.dockline.Docker;

/** A real PostgreSQL on {@code /dbdata}. */
final class Database {
    private Database() {}

    /** Declared; a volume at {@code /dbdata} is the caller's to add. */
    static Container declared(Docker docker, String name) {
        return docker.container(name)
                .image("training/postgres")
                .env("PGDATA", "/dbdata/main")
                .readyOnLog("ready to accept connections");
    }

    /** What the database answers, one line for each row. */
    static String sql(Container db, String text) {
        return db.exec("psql", "-h", "127.0.0.1", "-U", "postgres", "-Atc", text)
                .out();
    }
}
