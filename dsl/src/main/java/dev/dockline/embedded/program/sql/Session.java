package dev.dockline.embedded.program.sql;

import dev.dockline.embedded.net.Connection;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.sql.ParameterMetaData;
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

    /** A statement that a client prepared, null where that was empty, with the numbers of its parameters' types. */
    private record Prepared(Statement statement, List<Integer> types, List<Column> columns) {}

    /** One that has its parameters. */
    private record Bound(Prepared from, Portal portal) {}

    private final Database database;
    private final Consumer<String> log;
    private final DataInputStream in;
    private final Outgoing out;
    private final Settings settings = new Settings();
    private final int number;
    private final int secret = new Random().nextInt();
    private final Map<String, Prepared> prepared = new HashMap<>();
    private final Map<String, Bound> portals = new HashMap<>();
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
            portals.values().forEach(bound -> close(bound.portal));
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
        var told = new ArrayList<Integer>();
        for (var count = message.int16(); count > 0; count--) told.add(message.int32());
        if (!name.isEmpty() && prepared.containsKey(name))
            throw SqlError.error("42P05", "prepared statement \"" + name + "\" already exists");
        prepared.remove(name);
        prepared.put(
                name, statements.isEmpty() ? new Prepared(null, told, List.of()) : prepared(statements.get(0), told));
        out.only('1');
    }

    private Prepared prepared(Statement statement, List<Integer> told) throws SQLException {
        try (var h2 = work.prepare(statement)) {
            if (h2 == null) return new Prepared(statement, told, List.of());
            var columns = h2.getMetaData() == null ? List.<Column>of() : Column.of(h2.getMetaData());
            return new Prepared(statement, types(told, h2.getParameterMetaData()), columns);
        }
    }

    // What the client does not tell, H2 knows.
    private static List<Integer> types(List<Integer> told, ParameterMetaData data) throws SQLException {
        var types = new ArrayList<Integer>();
        for (var i = 0; i < data.getParameterCount(); i++) {
            var known = i < told.size() && told.get(i) != 0;
            types.add(
                    known
                            ? told.get(i)
                            : SqlType.of(data.getParameterType(i + 1), data.getParameterTypeName(i + 1))
                                    .oid());
        }
        return types;
    }

    private Prepared prepared(String name) {
        var found = prepared.get(name);
        if (found == null) throw SqlError.error("26000", "prepared statement \"" + name + "\" does not exist");
        current = text(found);
        return found;
    }

    private Bound bound(String name) {
        var found = portals.get(name);
        if (found == null) throw SqlError.error("34000", "portal \"" + name + "\" does not exist");
        current = text(found.from);
        return found;
    }

    private static String text(Prepared of) {
        return of.statement == null ? "" : of.statement.text();
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
        var old = portals.put(name, new Bound(from, new Portal(from.statement, parameters, int16s(message))));
        if (old != null) old.portal.close();
        out.only('2');
    }

    private static List<Integer> int16s(Incoming message) {
        var numbers = new ArrayList<Integer>();
        for (var count = message.int16(); count > 0; count--) numbers.add(message.int16());
        return numbers;
    }

    private void describe(Incoming message) throws IOException {
        if (message.letter() == 'S') {
            var of = prepared(message.text());
            out.begin('t').int16(of.types.size());
            of.types.forEach(out::int32);
            out.end();
            Portal.describe(of.columns, List.of(), out);
        } else {
            var of = bound(message.text());
            Portal.describe(of.from.columns, of.portal.formats(), out);
        }
    }

    private void execute(Incoming message) throws SQLException, IOException {
        var of = bound(message.text());
        if (of.from.statement == null) {
            out.only('I');
            return;
        }
        of.portal.run(work);
        of.portal.send(out, message.int32(), settings.zone());
    }

    private void close(Incoming message) throws SQLException, IOException {
        var what = message.letter();
        var name = message.text();
        if (what == 'S') prepared.remove(name);
        else if (portals.containsKey(name)) portals.remove(name).portal.close();
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
