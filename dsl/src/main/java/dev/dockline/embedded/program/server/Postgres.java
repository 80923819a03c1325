package dev.dockline.embedded.program.server;

import dev.dockline.embedded.fs.FileView;
import dev.dockline.embedded.fs.Paths;
import dev.dockline.embedded.net.Connection;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * {@code postgres-start}: training/postgres without its tables. It keeps the files of a data folder, writes PostgreSQL's
 * log lines, listens, and tells each client in PostgreSQL's own protocol that SQL needs a real engine.
 */
final class Postgres implements Program {
    private static final int PORT = 5432;
    private static final int POSTGRES = 999;
    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;
    private static final int LONGEST_STARTUP = 10_000;
    private static final String REFUSAL = "SQL needs a real engine: the embedded engine of Dockline keeps"
            + " training/postgres's files, not its tables";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS 'UTC'");

    @Override
    public int run(Process process) throws IOException {
        var data = process.env().getOrDefault("PGDATA", "/var/lib/postgresql/15/main");
        prepare(process.files(), data);
        log(process, "starting PostgreSQL 15 (files only, on the embedded engine of Dockline)");
        var acceptor = Acceptor.on(process, PORT);
        if (acceptor.isEmpty()) return process.fail("could not bind IPv4 address \"0.0.0.0\": Address already in use");
        log(process, "listening on IPv4 address \"0.0.0.0\", port 5432");
        log(process, "database system is ready to accept connections");
        acceptor.get().serve(Postgres::refuse);
        log(process, "received smart shutdown request");
        log(process, "database system is shut down");
        process.files().unlink(Paths.child(data, "postmaster.pid"));
        return 0;
    }

    private static void log(Process process, String message) throws IOException {
        var line = TIME.format(ZonedDateTime.now(ZoneOffset.UTC)) + " [" + process.pid() + "] LOG:  " + message + "\n";
        process.err().write(line.getBytes(StandardCharsets.UTF_8));
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

    // The startup messages of PostgreSQL's frontend/backend protocol, version 3.
    private static void refuse(Connection client) throws IOException {
        var in = new DataInputStream(client.in());
        while (true) {
            var length = in.readInt();
            if (length < 8 || length > LONGEST_STARTUP) return;
            var code = in.readInt();
            in.skipNBytes(length - 8L);
            if (code != SSL_REQUEST && code != GSS_REQUEST) break;
            client.out().write('N');
        }
        client.out().write(error());
    }

    private static byte[] error() throws IOException {
        var fields = new ByteArrayOutputStream();
        for (var field : List.of("SFATAL", "VFATAL", "C0A000", "M" + REFUSAL)) {
            fields.write(field.getBytes(StandardCharsets.UTF_8));
            fields.write(0);
        }
        fields.write(0);
        var message = new ByteArrayOutputStream();
        var out = new DataOutputStream(message);
        out.writeByte('E');
        out.writeInt(4 + fields.size());
        fields.writeTo(out);
        return message.toByteArray();
    }
}
