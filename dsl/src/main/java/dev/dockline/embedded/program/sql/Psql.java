package dev.dockline.embedded.program.sql;

import dev.dockline.embedded.net.Connection;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code psql [-h HOST] [-p PORT] [-U USER] [-d DATABASE] [-Atq] [-c TEXT]}; without a text it reads standard input. */
public final class Psql implements Program {
    private static final int PROTOCOL = 3 << 16;
    private static final int CONNECTION_FAILED = 2;

    private Process process;
    private PsqlOptions options;
    private DataInputStream in;
    private Outgoing out;

    @Override
    public int run(Process here) throws IOException {
        process = here;
        options = PsqlOptions.of(here);
        try (var connection = connect(here, options.host(), options.port())) {
            if (connection == null) return CONNECTION_FAILED;
            here.table().closeAtKill(connection);
            in = new DataInputStream(new BufferedInputStream(connection.in()));
            out = new Outgoing(connection.out());
            return greet() ? ask() : CONNECTION_FAILED;
        } catch (EOFException e) {
            return lost();
        }
    }

    private int lost() throws IOException {
        complain("server closed the connection unexpectedly");
        return CONNECTION_FAILED;
    }

    /** A connection to a server; null, and a word of it, where there is none. */
    static Connection connect(Process process, String host, int port) throws IOException {
        var address = process.network().resolve(host).orElse(null);
        if (address == null) {
            process.complain(
                    "error: could not translate host name \"" + host + "\" to address: Name or service not known");
            return null;
        }
        var connection = process.network().connect(address, port);
        if (connection == null)
            process.complain(
                    "error: connection to server at \"" + host + "\""
                            + (host.equals(address) ? "" : " (" + address + ")") + ", port " + port
                            + " failed: Connection refused\n\tIs the server running on that host and accepting TCP/IP connections?");
        return connection;
    }

    private void complain(String message) throws IOException {
        process.err().write((message + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private boolean greet() throws IOException {
        out.startUp(
                PROTOCOL, List.of("user", options.user(), "database", options.database(), "client_encoding", "UTF8"));
        for (var message = Incoming.next(in); message.type() != 'Z'; message = Incoming.next(in)) {
            if (message.type() != 'E') continue;
            process.complain("error: connection to server at \"" + options.host() + "\", port " + options.port()
                    + " failed: " + PsqlError.of(message).line());
            return false;
        }
        return true;
    }

    private int ask() throws IOException {
        if (options.text() != null) return ask(options.text()) ? 0 : 1;
        var text = new String(process.in().readAllBytes(), StandardCharsets.UTF_8);
        for (var statement : Statement.of(text)) {
            if (!ask(statement.from(0)) && options.stopsOnError()) return 3;
        }
        return 0;
    }

    /** Asks one thing and prints the answers; whether none of them was an error. */
    private boolean ask(String text) throws IOException {
        out.begin('Q').text(text).end();
        out.flush();
        var succeeded = true;
        var table = new PsqlTable();
        for (var message = Incoming.next(in); message.type() != 'Z'; message = Incoming.next(in)) {
            switch (message.type()) {
                case 'T' -> table = PsqlTable.of(message);
                case 'D' -> table.add(message);
                case 'C' -> {
                    process.print(table.printed(message.text(), options));
                    table = new PsqlTable();
                }
                case 'E' -> {
                    complain(PsqlError.of(message).told(text));
                    succeeded = false;
                }
                default -> {
                    // Notices and settings are not shown.
                }
            }
        }
        return succeeded;
    }
}
