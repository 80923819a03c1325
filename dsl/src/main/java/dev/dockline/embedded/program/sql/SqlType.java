package dev.dockline.embedded.program.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Arrays;
import java.util.UUID;

/** The types that PostgreSQL knows values by, each with its number and the bytes of a value, -1 where that varies. */
enum SqlType {
    BOOL(16, 1, Boolean.class),
    BYTEA(17, -1, byte[].class),
    INT8(20, 8, Long.class),
    INT2(21, 2, Short.class),
    INT4(23, 4, Integer.class),
    TEXT(25, -1, String.class),
    JSON(114, -1, String.class),
    FLOAT4(700, 4, Float.class),
    FLOAT8(701, 8, Double.class),
    BPCHAR(1042, -1, String.class),
    VARCHAR(1043, -1, String.class),
    DATE(1082, 4, LocalDate.class),
    TIME(1083, 8, LocalTime.class),
    TIMESTAMP(1114, 8, LocalDateTime.class),
    TIMESTAMPTZ(1184, 8, OffsetDateTime.class),
    TIMETZ(1266, 12, OffsetTime.class),
    INTERVAL(1186, 16, String.class),
    NUMERIC(1700, -1, BigDecimal.class),
    UUID(2950, 16, UUID.class),
    TEXTS(1009, -1, Object[].class);

    private final int oid;
    private final int bytes;
    private final Class<?> java;

    SqlType(int oid, int bytes, Class<?> java) {
        this.oid = oid;
        this.bytes = bytes;
        this.java = java;
    }

    int oid() {
        return oid;
    }

    int bytes() {
        return bytes;
    }

    /** What a client calls by this number; text, where that is none of these. */
    static SqlType of(int oid) {
        return Arrays.stream(values())
                .filter(type -> type.oid == oid)
                .findFirst()
                .orElse(TEXT);
    }

    /** The type of a column or a parameter, by JDBC's number for it and its name in H2. */
    static SqlType of(int jdbc, String name) {
        if (name.equals("UUID")) return UUID;
        return switch (jdbc) {
            case Types.BOOLEAN, Types.BIT -> BOOL;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTEA;
            case Types.BIGINT -> INT8;
            case Types.TINYINT, Types.SMALLINT -> INT2;
            case Types.INTEGER -> INT4;
            case Types.REAL -> FLOAT4;
            case Types.FLOAT, Types.DOUBLE -> FLOAT8;
            case Types.NUMERIC, Types.DECIMAL -> NUMERIC;
            case Types.CHAR -> BPCHAR;
            case Types.VARCHAR -> VARCHAR;
            case Types.DATE -> DATE;
            case Types.TIME -> TIME;
            case Types.TIME_WITH_TIMEZONE -> TIMETZ;
            case Types.TIMESTAMP -> TIMESTAMP;
            case Types.TIMESTAMP_WITH_TIMEZONE -> TIMESTAMPTZ;
            case Types.ARRAY -> TEXTS;
            default -> named(name);
        };
    }

    private static SqlType named(String name) {
        if (name.startsWith("INTERVAL")) return INTERVAL;
        return name.equals("JSON") ? JSON : TEXT;
    }

    /** The value of a column in the current row, or null. */
    Object read(ResultSet rows, int column) throws SQLException {
        if (java == String.class) return rows.getString(column);
        if (this == BYTEA) return rows.getBytes(column);
        if (this == TEXTS) {
            var array = rows.getArray(column);
            return array == null ? null : array.getArray();
        }
        return rows.getObject(column, java);
    }
}
