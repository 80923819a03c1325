package dev.dockline.embedded;

import dev.dockline.Container;
import dev.dockline.Docker;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A training/postgres of the embedded engine, and PostgreSQL's own JDBC driver on its published port. */
abstract class DatabaseStory {
    final Docker docker = Docker.connect("embedded");
    Container db;
    Connection jdbc;

    @BeforeEach
    void start() throws SQLException {
        db = docker.container("db")
                .image("training/postgres")
                .publish("127.0.0.1::5432")
                .readyOnLog("ready to accept connections")
                .run();
        db.awaitReady();
        jdbc = connect("");
    }

    @AfterEach
    void end() throws SQLException {
        jdbc.close();
        docker.close();
    }

    final Connection connect(String options) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + db.port(5432) + "/postgres" + options, "postgres", "");
    }

    final void run(String sql) throws SQLException {
        try (var statement = jdbc.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What a query gives, each row as its values apart by bars. */
    final List<String> rows(String sql, Object... parameters) throws SQLException {
        try (var statement = jdbc.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
            var rows = new ArrayList<String>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    var cells = new ArrayList<String>();
                    for (var i = 1; i <= result.getMetaData().getColumnCount(); i++) cells.add(result.getString(i));
                    rows.add(String.join("|", cells));
                }
            }
            return rows;
        }
    }
}
