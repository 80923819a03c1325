package dev.dockline.embedded.program.sql;

import java.io.IOException;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A column of a result. */
record Column(String name, SqlType type) {
    private static final int TYPES_OWN_MODIFIER = -1;

    static List<Column> of(ResultSetMetaData data) throws SQLException {
        var columns = new ArrayList<Column>();
        for (var i = 1; i <= data.getColumnCount(); i++) {
            columns.add(new Column(
                    name(data.getColumnLabel(i)), SqlType.of(data.getColumnType(i), data.getColumnTypeName(i))));
        }
        return columns;
    }

    // Without a name of its own a column goes by the function it comes from, or by none.
    private static String name(String label) {
        if (label.matches("(?s)\\w+\\(.*"))
            return label.substring(0, label.indexOf('(')).toLowerCase(Locale.ROOT);
        return label.matches("(?s)[^\\w]*|.*[-+*/|()<>='].*") ? "?column?" : label;
    }

    /** Tells a client of them, each in the format it asked for. */
    static void tell(List<Column> columns, List<Boolean> binary, Outgoing out) throws IOException {
        out.begin('T').int16(columns.size());
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            out.text(column.name).int32(0).int16(0).int32(column.type.oid()).int16(column.type.bytes());
            out.int32(TYPES_OWN_MODIFIER).int16(binary.get(i) ? 1 : 0);
        }
        out.end();
    }
}
