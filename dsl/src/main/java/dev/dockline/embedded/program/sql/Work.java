package dev.dockline.embedded.program.sql;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What one client does in the database: its transaction, its settings, the statement that runs. */
final class Work implements AutoCloseable {
    private static final Set<String> ENDS = Set.of("COMMIT", "END", "ROLLBACK", "ABORT");
    private static final Set<String> DONE_ALREADY = Set.of("VACUUM", "ANALYZE", "CHECKPOINT", "DEALLOCATE");

    private final Connection jdbc;
    private final Settings settings;
    private final Outgoing out;
    private boolean explicit;
    private boolean failed;
    private volatile PreparedStatement running;

    /** Takes the way into the database, and where the client is told of settings that change. */
    Work(Connection jdbc, Settings settings, Outgoing out) throws SQLException {
        this.jdbc = jdbc;
        this.settings = settings;
        this.out = out;
        jdbc.setAutoCommit(false);
    }

    /** PostgreSQL's letter for it: idle, in a transaction, or in one that has failed. */
    char status() {
        return failed ? 'E' : explicit ? 'T' : 'I';
    }

    /** Notes that a statement failed; the transaction that the client began waits for its end then. */
    void fail() {
        failed = explicit;
        if (!explicit) rollback();
    }

    /** Ends what the client did not begin itself. */
    void settle() throws SQLException {
        if (!explicit) jdbc.commit();
    }

    private void rollback() {
        try {
            jdbc.rollback();
        } catch (SQLException e) {
            // The database is closed: nothing of it was kept either.
        }
    }

    /** Ends the statement that runs, if one does; on any thread. */
    void cancel() {
        var statement = running;
        try {
            if (statement != null) statement.cancel();
        } catch (SQLException e) {
            // It has ended meanwhile.
        }
    }

    /** A statement as H2 has it, for its columns and its parameters' types; null where H2 is not asked. */
    PreparedStatement prepare(Statement statement) throws SQLException {
        refuseIfFailed(statement);
        return isOwn(statement) ? null : jdbc.prepareStatement(forH2(statement));
    }

    private String forH2(Statement statement) {
        if (!statement.verb().equals("SHOW")) return statement.forH2();
        var name = statement
                .from(1)
                .replaceFirst("(?i)time zone", "TimeZone")
                .replaceFirst("(?i)transaction isolation level", "transaction_isolation");
        return "SELECT CAST('" + settings.get(name).replace("'", "''") + "' AS VARCHAR) AS \""
                + name.toLowerCase(Locale.ROOT) + "\"";
    }

    private void refuseIfFailed(Statement statement) {
        if (failed && !ENDS.contains(statement.verb()))
            throw SqlError.error(
                    "25P02", "current transaction is aborted, commands ignored until end of transaction block");
    }

    // What H2 is not asked about.
    private static boolean isOwn(Statement statement) {
        return isTransaction(statement)
                || DONE_ALREADY.contains(statement.verb())
                || Set.of("SET", "RESET", "DISCARD").contains(statement.verb());
    }

    private static boolean isTransaction(Statement statement) {
        var verb = statement.verb();
        return verb.equals("BEGIN") || verb.equals("START") || ENDS.contains(verb) || verb.equals("RELEASE");
    }

    Result run(Statement statement, List<Object> parameters) throws SQLException, IOException {
        refuseIfFailed(statement);
        if (isTransaction(statement)) return new Result.Done(transaction(statement));
        if (isOwn(statement)) return new Result.Done(setting(statement));
        var prepared = jdbc.prepareStatement(forH2(statement));
        running = prepared;
        try {
            return run(statement, prepared, parameters);
        } catch (SQLException | RuntimeException e) {
            prepared.close();
            throw e;
        } finally {
            running = null;
        }
    }

    private static Result run(Statement statement, PreparedStatement prepared, List<Object> parameters)
            throws SQLException {
        for (var i = 0; i < parameters.size(); i++) prepared.setObject(i + 1, parameters.get(i));
        if (prepared.execute()) {
            return new Result.Rows(prepared, prepared.getResultSet(), Column.of(prepared.getMetaData()));
        }
        var tag = statement.tag(Math.max(0, prepared.getLargeUpdateCount()));
        prepared.close();
        return new Result.Done(tag);
    }

    private String transaction(Statement statement) throws SQLException {
        var verb = statement.verb();
        if (verb.equals("RELEASE")) return verb;
        if (verb.equals("BEGIN") || verb.equals("START")) {
            explicit = true;
            return verb.equals("BEGIN") ? verb : "START TRANSACTION";
        }
        if (verb.equals("ROLLBACK") && statement.upper(1).equals("TO")) return rollbackTo(statement);
        var commits = !failed && (verb.equals("COMMIT") || verb.equals("END"));
        explicit = false;
        failed = false;
        if (commits) jdbc.commit();
        else jdbc.rollback();
        return commits ? "COMMIT" : "ROLLBACK";
    }

    private String rollbackTo(Statement statement) throws SQLException {
        var name = statement.from(2).replaceFirst("(?i)^savepoint ", "");
        try (var back = jdbc.createStatement()) {
            back.execute("ROLLBACK TO SAVEPOINT " + name);
        }
        failed = false;
        return "ROLLBACK";
    }

    private String setting(Statement statement) throws SQLException, IOException {
        var verb = statement.verb();
        if (verb.equals("RESET")) settings.reset(statement.from(1), out);
        if (verb.equals("SET")) set(statement);
        return verb.equals("DISCARD") ? "DISCARD ALL" : verb;
    }

    private void set(Statement statement) throws SQLException, IOException {
        var at = Set.of("SESSION", "LOCAL").contains(statement.upper(1)) ? 2 : 1;
        var rest = statement.from(at);
        if (rest.toUpperCase(Locale.ROOT).matches("(TRANSACTION|CHARACTERISTICS) .*")) return;
        var zone = statement.upper(at).equals("TIME") && statement.upper(at + 1).equals("ZONE");
        var name = zone ? "TimeZone" : rest.replaceFirst("[ =].*", "");
        var value = zone ? statement.from(at + 2) : rest.replaceFirst("(?i)^\\S+ (=|TO) ", "");
        if (value.equalsIgnoreCase("DEFAULT")) settings.reset(name, out);
        else settings.set(name, value.replaceAll("^'|'$", ""), out);
        if (name.equalsIgnoreCase("search_path"))
            jdbc.setSchema(value.replaceAll("['\"]", "").replaceFirst(",.*", "").strip());
        if (name.equalsIgnoreCase("TimeZone")) setZone();
    }

    private void setZone() throws SQLException {
        try (var statement = jdbc.createStatement()) {
            statement.execute("SET TIME ZONE '" + settings.zone().getId().replace("'", "") + "'");
        }
    }

    @Override
    public void close() {
        try {
            jdbc.close();
        } catch (SQLException e) {
            // The database is closed, and so is this way into it.
        }
    }
}
