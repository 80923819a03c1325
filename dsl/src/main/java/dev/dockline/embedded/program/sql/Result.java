package dev.dockline.embedded.program.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What running a statement gave: rows to fetch, or how many rows it concerned. */
sealed interface Result {
    record Done(String tag) implements Result {}

    record Rows(PreparedStatement statement, ResultSet rows, List<Column> columns) implements Result {
        void close() throws SQLException {
            rows.close();
            statement.close();
        }
    }
}
