package dev.dockline.embedded.program.sql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;

/** A statement with its parameters, run once; its rows are fetched in as many parts as the client likes. */
final class Portal {
    private final Statement statement;
    private final List<Object> parameters;
    private final List<Integer> formats;
    private Result result;
    private long sent;

    /** The formats say which columns are wanted as bytes: one for all, or one for each; none is text. */
    Portal(Statement statement, List<Object> parameters, List<Integer> formats) {
        this.statement = statement;
        this.parameters = parameters;
        this.formats = formats;
    }

    /** Whether a column is wanted as bytes. */
    static boolean isBinary(List<Integer> formats, int column) {
        return !formats.isEmpty() && formats.get(formats.size() == 1 ? 0 : column) == 1;
    }

    /** Tells of the columns of a result, or that there are none. */
    static void describe(List<Column> columns, List<Integer> formats, Outgoing out) throws IOException {
        if (columns.isEmpty()) {
            out.only('n');
            return;
        }
        var binary = java.util.stream.IntStream.range(0, columns.size())
                .mapToObj(column -> isBinary(formats, column))
                .toList();
        Column.tell(columns, binary, out);
    }

    List<Integer> formats() {
        return formats;
    }

    /** Runs it if it has not run yet, and returns the columns there are. */
    List<Column> run(Work work) throws SQLException, IOException {
        if (result == null) result = work.run(statement, parameters);
        return result instanceof Result.Rows rows ? rows.columns() : List.of();
    }

    /** Sends so many rows, all where that is 0, and says what is done or that there is more. */
    void send(Outgoing out, int most, ZoneId zone) throws SQLException, IOException {
        if (result instanceof Result.Done done) {
            out.begin('C').text(done.tag()).end();
            return;
        }
        var rows = (Result.Rows) result;
        for (var count = 0; most == 0 || count < most; count++) {
            if (!rows.rows().next()) {
                out.begin('C').text(statement.tag(sent)).end();
                return;
            }
            row(rows, out, zone);
            sent++;
        }
        out.only('s');
    }

    private void row(Result.Rows rows, Outgoing out, ZoneId zone) throws SQLException, IOException {
        var columns = rows.columns();
        out.begin('D').int16(columns.size());
        for (var i = 0; i < columns.size(); i++) {
            var type = columns.get(i).type();
            var value = type.read(rows.rows(), i + 1);
            if (value == null) {
                out.int32(-1);
                continue;
            }
            var bytes = isBinary(formats, i)
                    ? Values.binary(type, value, zone)
                    : Values.text(value, zone).getBytes(StandardCharsets.UTF_8);
            out.int32(bytes.length).bytes(bytes);
        }
        out.end();
    }

    void close() throws SQLException {
        if (result instanceof Result.Rows rows) rows.close();
    }
}
