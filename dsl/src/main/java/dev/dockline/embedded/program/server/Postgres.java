package dev.dockline.embedded.program.server;

import dev.dockline.embedded.fs.FileView;
import dev.dockline.embedded.fs.Paths;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import dev.dockline.embedded.program.sql.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** {@code postgres-start}: training/postgres, with its tables in a file of the data folder, and PostgreSQL's log lines. */
final class Postgres implements Program {
    private static final int PORT = 5432;
    private static final int POSTGRES = 999;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS 'UTC'");

    @Override
    public int run(Process process) throws IOException {
        var data = process.env().getOrDefault("PGDATA", "/var/lib/postgresql/15/main");
        prepare(process.files(), data);
        log(process, "LOG:  starting PostgreSQL 15 (H2 behind its protocol, on the embedded engine of Dockline)");
        try (var database = open(process, data)) {
            return serve(process, data, database);
        } catch (IOException e) {
            if (process.table().isKilled()) throw e;
            log(process, "FATAL:  " + e.getMessage());
            return 1;
        }
    }

    private static Database open(Process process, String data) throws IOException {
        var file = process.files().inPlace(tables(data)).toString();
        var name = Path.of(file.substring(0, file.length() - Database.ENDING.length()));
        var database = Database.open(name, line -> log(process, line));
        process.table().closeAtKill(database);
        return database;
    }

    private static int serve(Process process, String data, Database database) throws IOException {
        var acceptor = Acceptor.on(process, PORT);
        if (acceptor.isEmpty())
            throw new IOException("could not bind IPv4 address \"0.0.0.0\": Address already in use");
        log(process, "LOG:  listening on IPv4 address \"0.0.0.0\", port 5432");
        log(process, "LOG:  database system is ready to accept connections");
        acceptor.get().serve(database::serve);
        log(process, "LOG:  received smart shutdown request");
        database.shutDown();
        log(process, "LOG:  database system is shut down");
        process.files().unlink(Paths.child(data, "postmaster.pid"));
        return 0;
    }

    // What cannot be told any more, because the process is killed, is told to nobody.
    private static void log(Process process, String message) {
        var line = TIME.format(ZonedDateTime.now(ZoneOffset.UTC)) + " [" + process.pid() + "] " + message + "\n";
        try {
            process.err().write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String tables(String data) {
        return Paths.child(data, "base/postgres" + Database.ENDING);
    }

    private static void prepare(FileView files, String data) throws IOException {
        files.mkdirs(data);
        if (!files.exists(Paths.child(data, "PG_VERSION"))) {
            for (var folder : List.of("base", "global", "pg_wal", "pg_xact", "pg_tblspc")) {
                files.mkdirs(Paths.child(data, folder));
                own(files, Paths.child(data, folder), 0700);
            }
            write(files, Paths.child(data, "postgresql.conf"), "listen_addresses = '*'\n");
            write(files, Paths.child(data, "pg_hba.conf"), "local all all trust\nhost all all all trust\n");
            write(files, Paths.child(data, "PG_VERSION"), "15\n");
        }
        if (!files.exists(tables(data))) write(files, tables(data), "");
        write(files, Paths.child(data, "postmaster.pid"), "1\n" + data + "\n");
        own(files, data, 0700);
    }

    private static void write(FileView files, String path, String text) throws IOException {
        try (var out = files.write(path, false)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        own(files, path, 0600);
    }

    private static void own(FileView files, String path, int mode) throws IOException {
        if (files.uid() == 0) files.chown(path, POSTGRES, POSTGRES);
        files.chmod(path, mode);
    }
}
