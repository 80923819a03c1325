package dev.dockline.embedded.program.sql;

import dev.dockline.embedded.net.Connection;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A database in one file, and its clients, which speak PostgreSQL's protocol. */
public final class Database implements Closeable {
    /** What H2 adds to the name of a file. */
    public static final String ENDING = ".mv.db";

    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();
    private static final int FIRST_CLIENT = 101;

    private final Path file;
    private final Tables tables;
    private final Consumer<String> log;
    private final Map<Integer, Session> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger(FIRST_CLIENT);

    private Database(Path file, Tables tables, Consumer<String> log) {
        this.file = file;
        this.tables = tables;
        this.log = log;
    }

    /**
     * Opens a file, which may be empty. Without the library {@code com.h2database:h2} nothing is opened, and each client
     * is told so.
     *
     * @param file its path without {@link #ENDING}
     * @param log is told of what fails
     * @throws IOException if another server has it open, or it cannot be read
     */
    public static Database open(Path file, Consumer<String> log) throws IOException {
        if (!OPEN.add(file)) throw inUse(null);
        try {
            return new Database(file, Tables.open(file), log);
        } catch (SQLException e) {
            OPEN.remove(file);
            throw e.getErrorCode() == Tables.IN_USE
                    ? inUse(e)
                    : new IOException("could not open the files of the database: " + e.getMessage(), e);
        } catch (NoClassDefFoundError missing) {
            log.accept("LOG:  " + Session.NO_H2);
            return new Database(file, null, log);
        }
    }

    private static IOException inUse(Exception cause) {
        return new IOException("lock file \"postmaster.pid\" already exists", cause);
    }

    /** Answers a client until it leaves. */
    public void serve(Connection client) throws IOException {
        var session = new Session(next.getAndIncrement(), client, this, log);
        sessions.put(session.number(), session);
        try {
            session.serve(tables);
        } catch (EOFException e) {
            // A client may leave without a word.
        } finally {
            sessions.remove(session.number());
        }
    }

    /** Ends what another client runs. */
    void cancel(int number, int secret) {
        var session = sessions.get(number);
        if (session != null) session.cancel(secret);
    }

    /** Closes the file in order. */
    public void shutDown() throws IOException {
        try {
            if (tables != null) tables.shutDown();
        } catch (SQLException e) {
            throw new IOException("could not close the files of the database: " + e.getMessage(), e);
        } finally {
            OPEN.remove(file);
        }
    }

    /** Lets go of the file as it is, if it is open: what was committed is in it. */
    @Override
    public void close() {
        if (tables != null) tables.close();
        OPEN.remove(file);
    }
}
