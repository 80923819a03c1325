package dev.dockline.embedded.program.sql;

import java.io.Closeable;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Properties;
import org.h2.Driver;

/**
 * The tables in one file, by H2. Clients are a user without rights beyond the tables: H2's administrator is nobody but
 * this class, and the client's password is another each time.
 */
final class Tables implements Closeable {
    static final String USER = "postgres";
    static final int IN_USE = 90_020;
    private static final String ADMINISTRATOR = "dockline";
    // Each commit is in the file before it is answered; nothing is written beside the file; no thread's interrupt
    // closes it.
    private static final String OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1"
            + ";NON_KEYWORDS=KEY,VALUE,DAY,HOUR,MINUTE,MONTH,SECOND,YEAR;LOCK_TIMEOUT=60000";
    private static final int PASSWORD_BYTES = 16;

    private final String url;
    private final String password;
    private final Connection administrator;

    private Tables(String url, String password, Connection administrator) {
        this.url = url;
        this.password = password;
        this.administrator = administrator;
    }

    /** Opens the file of that name and H2's own ending, which is made if it is not there. */
    static Tables open(Path file) throws SQLException {
        var url = "jdbc:h2:async:" + file;
        var administrator = connect(url + OPTIONS, ADMINISTRATOR, "");
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        var password = HexFormat.of().formatHex(bytes);
        try (var statement = administrator.createStatement()) {
            statement.execute("CREATE USER IF NOT EXISTS \"" + USER + "\" PASSWORD ''");
            statement.execute("ALTER USER \"" + USER + "\" SET PASSWORD '" + password + "'");
            statement.execute("GRANT ALTER ANY SCHEMA TO \"" + USER + "\"");
        }
        return new Tables(url, password, administrator);
    }

    private static Connection connect(String url, String user, String password) throws SQLException {
        var properties = new Properties();
        properties.put("user", user);
        properties.put("password", password);
        return new Driver().connect(url, properties);
    }

    /** A client's own way in. */
    Connection connect() throws SQLException {
        return connect(url, USER, password);
    }

    /** Closes the file in order. */
    void shutDown() throws SQLException {
        end("SHUTDOWN");
    }

    /** Lets go of the file as it is: what was committed is in it. */
    @Override
    public void close() {
        try {
            end("SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            // Closed it is, one way or the other.
        }
    }

    private void end(String how) throws SQLException {
        if (administrator.isClosed()) return;
        try (var statement = administrator.createStatement()) {
            statement.execute(how);
        }
    }
}
