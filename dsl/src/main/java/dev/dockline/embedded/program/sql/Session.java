package dev.dockline.embedded.program.sql;

import dev.dockline.embedded.net.Connection;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One client, in version 3 of PostgreSQL's protocol: simple and extended queries. */
final class Session {
    static final String NO_H2 = "SQL needs the library com.h2database:h2:2.4.240, which is not there";

    private static final int SSL_REQUEST = 80_877_103;
    private static final int GSS_REQUEST = 80_877_104;
    private static final int CANCEL_REQUEST = 80_877_102;
    private static final int MAJOR_VERSION = 3;
    private static final int LONGEST_STARTUP = 10_000;

    /** A statement that a client prepared, with the numbers of its parameters' types; H2's own is null for some. */
    private record Prepared(Statement statement, List<Integer> types, PreparedStatement h2) {}

    private final Database database;
    private final Consumer<String> log;
    private final DataInputStream in;
    private final Outgoing out;
    private final Settings settings = new Settings();
    private final int number;
    private final int secret = new Random().nextInt();
    private final Map<String, Prepared> prepared = new HashMap<>();
    private final Map<String, Portal> portals = new HashMap<>();
    private Work work;
    private String current = "";
    private boolean skipping;

    Session(int number, Connection client, Database database, Consumer<String> log) {
        this.number = number;
        this.database = database;
        this.log = log;
        this.in = new DataInputStream(new BufferedInputStream(client.in()));
        this.out = new Outgoing(client.out());
    }

    int number() {
        return number;
    }

    /** Ends what runs, for who knows the secret. */
    void cancel(int told) {
        if (told == secret && work != null) work.cancel();
    }

    /** Answers the client until it leaves or is sent away. */
    void serve(Tables tables) throws IOException {
        try {
            if (greet(tables)) answerAll();
        } catch (SqlError fatal) {
            sendAway(fatal);
        } catch (RuntimeException bug) {
            sendAway(new SqlError("FATAL", "XX000", "internal error: " + bug));
        } finally {
            portals.values().forEach(Session::close);
            if (work != null) work.close();
        }
    }

    private void sendAway(SqlError fatal) throws IOException {
        log.accept(fatal.logged());
        fatal.tell(out);
        out.flush();
    }

    private boolean greet(Tables tables) throws IOException {
        while (true) {
            var first = Incoming.first(in, LONGEST_STARTUP);
            var code = first.int32();
            if (code == SSL_REQUEST || code == GSS_REQUEST) {
                out.octet('N').flush();
            } else if (code == CANCEL_REQUEST) {
                database.cancel(first.int32(), first.int32());
                return false;
            } else if (code >> 16 != MAJOR_VERSION) {
                throw new SqlError(
                        "FATAL",
                        SqlError.NOT_SUPPORTED,
                        "unsupported frontend protocol " + (code >> 16) + "." + (code & 0xffff));
            } else {
                welcome(first, tables);
                return true;
            }
        }
    }

    private void welcome(Incoming startup, Tables tables) throws IOException {
        var wishes = new TreeMap<String, String>();
        for (var name = startup.text(); !name.isEmpty(); name = startup.text()) wishes.put(name, startup.text());
        var user = wishes.getOrDefault("user", "");
        if (!user.equals(Tables.USER)) throw new SqlError("FATAL", "28000", "role \"" + user + "\" does not exist");
        var database = wishes.getOrDefault("database", user);
        if (!database.equals(Tables.USER))
            throw new SqlError("FATAL", "3D000", "database \"" + database + "\" does not exist");
        if (tables == null) throw new SqlError("FATAL", SqlError.NOT_SUPPORTED, NO_H2);
        try {
            work = new Work(tables.connect(), settings, out);
        } catch (SQLException e) {
            throw new SqlError("FATAL", "57P03", "the database system is shutting down");
        }
        out.begin('R').int32(0).end();
        settings.tell(out);
        for (var name : List.of("application_name", "client_encoding", "TimeZone", "DateStyle")) {
            if (wishes.containsKey(name)) settings.set(name, wishes.get(name), out);
        }
        out.begin('K').int32(number).int32(secret).end();
        ready();
    }

    private void ready() throws IOException {
        out.begin('Z').octet(work.status()).end();
        out.flush();
    }

    private void answerAll() throws IOException {
        for (var message = Incoming.next(in); message.type() != 'X'; message = Incoming.next(in)) {
            if (skipping && message.type() != 'S') continue;
            answer(message);
        }
    }

    private void answer(Incoming message) throws IOException {
        switch (message.type()) {
            case 'Q' -> query(message.text());
            case 'S' -> sync();
            case 'H' -> out.flush();
            case 'P' -> attempt(() -> parse(message));
            case 'B' -> attempt(() -> bind(message));
            case 'D' -> attempt(() -> describe(message));
            case 'E' -> attempt(() -> execute(message));
            case 'C' -> attempt(() -> close(message));
            case 'F' ->
                attempt(() -> {
                    throw SqlError.unsupported("the function call message");
                });
            // What belongs to a COPY that was refused.
            case 'd', 'c', 'f' -> {}
            default -> throw new SqlError("FATAL", "08P01", "invalid frontend message type " + (int) message.type());
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws SQLException, IOException;
    }

    // After an error a client's messages are skipped up to its next Sync.
    private void attempt(Step step) throws IOException {
        skipping = !succeeds(step);
    }

    private boolean succeeds(Step step) throws IOException {
        try {
            step.run();
            return true;
        } catch (SQLException e) {
            fail(SqlError.of(e, current));
        } catch (SqlError e) {
            if (e.isFatal()) throw e;
            fail(e);
        }
        return false;
    }

    private void fail(SqlError error) throws IOException {
        work.fail();
        log.accept(error.logged());
        if (!current.isBlank()) log.accept("STATEMENT:  " + current.strip());
        error.tell(out);
    }

    private void query(String text) throws IOException {
        current = text;
        succeeds(() -> {
            var statements = Statement.of(text);
            if (statements.isEmpty()) out.only('I');
            for (var statement : statements) show(new Portal(statement, List.of(), List.of()));
            work.settle();
        });
        ready();
    }

    private void show(Portal portal) throws SQLException, IOException {
        var columns = portal.run(work);
        if (!columns.isEmpty()) Portal.describe(columns, List.of(), out);
        portal.send(out, 0, settings.zone());
        portal.close();
    }

    private void sync() throws IOException {
        if (!skipping) succeeds(work::settle);
        skipping = false;
        ready();
    }

    private void parse(Incoming message) throws SQLException, IOException {
        var name = message.text();
        current = message.text();
        var statements = Statement.of(current);
        if (statements.size() > 1)
            throw SqlError.error("42601", "cannot insert multiple commands into a prepared statement");
        var types = new ArrayList<Integer>();
        for (var count = message.int16(); count > 0; count--) types.add(message.int32());
        if (!name.isEmpty() && prepared.containsKey(name))
            throw SqlError.error("42P05", "prepared statement \"" + name + "\" already exists");
        forget(name);
        var statement = statements.isEmpty() ? null : statements.get(0);
        prepared.put(name, new Prepared(statement, types, statement == null ? null : work.prepare(statement)));
        out.only('1');
    }

    private void forget(String name) throws SQLException {
        var old = prepared.remove(name);
        if (old != null && old.h2 != null) old.h2.close();
    }

    private Prepared prepared(String name) {
        var found = prepared.get(name);
        if (found == null) throw SqlError.error("26000", "prepared statement \"" + name + "\" does not exist");
        current = found.statement == null ? "" : found.statement.text();
        return found;
    }

    private Portal portal(String name) {
        var found = portals.get(name);
        if (found == null) throw SqlError.error("34000", "portal \"" + name + "\" does not exist");
        if (found.statement() != null) current = found.statement().text();
        return found;
    }

    private void bind(Incoming message) throws SQLException, IOException {
        var name = message.text();
        var from = prepared(message.text());
        var formats = int16s(message);
        var parameters = new ArrayList<Object>();
        var count = message.int16();
        for (var i = 0; i < count; i++) {
            var bytes = message.bytes(message.int32());
            var type = SqlType.of(i < from.types.size() ? from.types.get(i) : 0);
            parameters.add(bytes == null ? null : Values.parse(type, Portal.isBinary(formats, i), bytes));
        }
        var old = portals.put(name, new Portal(from.statement, parameters, int16s(message)));
        if (old != null) old.close();
        out.only('2');
    }

    private static List<Integer> int16s(Incoming message) {
        var numbers = new ArrayList<Integer>();
        for (var count = message.int16(); count > 0; count--) numbers.add(message.int16());
        return numbers;
    }

    private void describe(Incoming message) throws SQLException, IOException {
        if (message.letter() == 'S') {
            var of = prepared(message.text());
            parameters(of);
            Portal.describe(columns(of), List.of(), out);
        } else {
            var portal = portal(message.text());
            // What changes something must not run before it is asked to, so its columns are H2's word alone.
            Portal.describe(portal.statement() == null ? List.of() : columns(portal), portal.formats(), out);
        }
    }

    private List<Column> columns(Portal portal) throws SQLException {
        try (var asked = work.prepare(portal.statement())) {
            return asked == null || asked.getMetaData() == null ? List.of() : Column.of(asked.getMetaData());
        }
    }

    private static List<Column> columns(Prepared of) throws SQLException {
        return of.h2 == null || of.h2.getMetaData() == null ? List.of() : Column.of(of.h2.getMetaData());
    }

    private void parameters(Prepared of) throws SQLException, IOException {
        var data = of.h2 == null ? null : of.h2.getParameterMetaData();
        var count = data == null ? of.types.size() : data.getParameterCount();
        out.begin('t').int16(count);
        for (var i = 0; i < count; i++) {
            var told = i < of.types.size() ? of.types.get(i) : 0;
            var oid = told != 0 || data == null
                    ? told
                    : SqlType.of(data.getParameterType(i + 1), data.getParameterTypeName(i + 1))
                            .oid();
            out.int32(oid);
        }
        out.end();
    }

    private void execute(Incoming message) throws SQLException, IOException {
        var portal = portal(message.text());
        if (portal.statement() == null) {
            out.only('I');
            return;
        }
        portal.run(work);
        portal.send(out, message.int32(), settings.zone());
    }

    private void close(Incoming message) throws SQLException, IOException {
        var what = message.letter();
        var name = message.text();
        if (what == 'S') forget(name);
        else if (portals.containsKey(name)) portals.remove(name).close();
        out.only('3');
    }

    private static void close(Portal portal) {
        try {
            portal.close();
        } catch (SQLException e) {
            // The database is closed already.
        }
    }
}
