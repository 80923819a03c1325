package dev.dockline.embedded.program.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values as PostgreSQL writes them, as text and in its binary forms, and back. */
final class Values {
    private static final LocalDateTime EPOCH = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final int NUMERIC_BASE = 10_000;
    private static final int NUMERIC_DIGITS = 4;
    private static final int NEGATIVE = 0x4000;
    private static final int NOT_A_NUMBER = 0xC000;
    private static final int MOST_PLAIN_EXPONENT = 15;
    private static final int LEAST_PLAIN_EXPONENT = -5;
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
            .toFormatter();
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(TIME)
            .toFormatter();
    private static final DateTimeFormatter OFFSET =
            new DateTimeFormatterBuilder().appendOffset("+HH:mm", "+00").toFormatter();

    private Values() {}

    /** A value as text; times with a zone in this one. */
    static String text(Object value, ZoneId zone) {
        if (value instanceof Boolean yes) return yes ? "t" : "f";
        if (value instanceof byte[] bytes) return "\\x" + HexFormat.of().formatHex(bytes);
        if (value instanceof Float || value instanceof Double) return floating((Number) value);
        if (value instanceof BigDecimal number) return number.toPlainString();
        if (value instanceof LocalTime time) return TIME.format(time);
        if (value instanceof OffsetTime time) return TIME.format(time) + offset(time.getOffset());
        if (value instanceof LocalDateTime time) return TIMESTAMP.format(time);
        if (value instanceof OffsetDateTime time) {
            var there = time.atZoneSameInstant(zone);
            return TIMESTAMP.format(there) + offset(there.getOffset());
        }
        if (value instanceof Object[] several) return array(several, zone);
        return value.toString();
    }

    private static String offset(ZoneOffset offset) {
        return OFFSET.format(offset).replaceFirst(":00$", "");
    }

    // Plain up to fifteen digits, as PostgreSQL has it, where Java's own form would change at seven.
    private static String floating(Number value) {
        var number = value.doubleValue();
        if (Double.isNaN(number)) return "NaN";
        if (Double.isInfinite(number)) return number > 0 ? "Infinity" : "-Infinity";
        if (number == 0) return Double.toString(number).startsWith("-") ? "-0" : "0";
        var decimal = new BigDecimal(value.toString()).stripTrailingZeros();
        var exponent = decimal.precision() - decimal.scale() - 1;
        if (exponent > LEAST_PLAIN_EXPONENT && exponent < MOST_PLAIN_EXPONENT) return decimal.toPlainString();
        var digits = decimal.unscaledValue().abs().toString();
        var fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return (decimal.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + fraction
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }

    private static String array(Object[] several, ZoneId zone) {
        return Stream.of(several)
                .map(one -> one == null ? "NULL" : one instanceof Object[] ? text(one, zone) : quoted(text(one, zone)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        if (text.matches("[^\\s{}\",\\\\]+") && !text.equalsIgnoreCase("null")) return text;
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** A value in the binary form of its type. */
    static byte[] binary(SqlType type, Object value, ZoneId zone) {
        return switch (type) {
            case BOOL -> new byte[] {(byte) ((Boolean) value ? 1 : 0)};
            case BYTEA -> (byte[]) value;
            case INT2 -> ByteBuffer.allocate(2).putShort((Short) value).array();
            case INT4 -> ByteBuffer.allocate(4).putInt((Integer) value).array();
            case INT8 -> int64((Long) value);
            case FLOAT4 -> ByteBuffer.allocate(4).putFloat((Float) value).array();
            case FLOAT8 -> ByteBuffer.allocate(8).putDouble((Double) value).array();
            case NUMERIC -> numeric((BigDecimal) value);
            case DATE ->
                ByteBuffer.allocate(4)
                        .putInt((int) ChronoUnit.DAYS.between(EPOCH.toLocalDate(), (LocalDate) value))
                        .array();
            case TIME -> int64(((LocalTime) value).toNanoOfDay() / 1000);
            case TIMETZ ->
                ByteBuffer.allocate(12)
                        .putLong(((OffsetTime) value).toLocalTime().toNanoOfDay() / 1000)
                        .putInt(-((OffsetTime) value).getOffset().getTotalSeconds())
                        .array();
            case TIMESTAMP -> int64(ChronoUnit.MICROS.between(EPOCH, (LocalDateTime) value));
            case TIMESTAMPTZ ->
                int64(ChronoUnit.MICROS.between(EPOCH.atOffset(ZoneOffset.UTC), (OffsetDateTime) value));
            case UUID ->
                ByteBuffer.allocate(16)
                        .putLong(((UUID) value).getMostSignificantBits())
                        .putLong(((UUID) value).getLeastSignificantBits())
                        .array();
            case TEXT, JSON, BPCHAR, VARCHAR, INTERVAL, TEXTS ->
                text(value, zone).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] int64(long value) {
        return ByteBuffer.allocate(8).putLong(value).array();
    }

    // Groups of four digits, and how many of them stand before the point.
    private static byte[] numeric(BigDecimal value) {
        var scale = Math.max(0, value.scale());
        var padding = (NUMERIC_DIGITS - scale % NUMERIC_DIGITS) % NUMERIC_DIGITS;
        var whole = value.abs().setScale(scale + padding).unscaledValue();
        var groups = new ArrayList<Integer>();
        for (var base = BigInteger.valueOf(NUMERIC_BASE); whole.signum() != 0; whole = whole.divide(base))
            groups.add(0, whole.mod(base).intValue());
        var weight = groups.size() - (scale + padding) / NUMERIC_DIGITS - 1;
        while (!groups.isEmpty() && groups.get(groups.size() - 1) == 0) groups.remove(groups.size() - 1);
        var bytes = ByteBuffer.allocate(8 + 2 * groups.size())
                .putShort((short) groups.size())
                .putShort((short) weight)
                .putShort((short) (value.signum() < 0 ? NEGATIVE : 0))
                .putShort((short) scale);
        groups.forEach(group -> bytes.putShort(group.shortValue()));
        return bytes.array();
    }

    private static BigDecimal numeric(ByteBuffer bytes) {
        var groups = bytes.getShort();
        var weight = bytes.getShort();
        var sign = bytes.getShort() & 0xffff;
        var scale = bytes.getShort();
        if (sign == NOT_A_NUMBER) throw SqlError.error("22003", "NaN is no number here");
        var whole = BigInteger.ZERO;
        for (var i = 0; i < groups; i++)
            whole = whole.multiply(BigInteger.valueOf(NUMERIC_BASE)).add(BigInteger.valueOf(bytes.getShort()));
        var value = new BigDecimal(whole, (groups - weight - 1) * NUMERIC_DIGITS);
        return (sign == NEGATIVE ? value.negate() : value).setScale(scale, java.math.RoundingMode.HALF_UP);
    }

    /** What a client sent as a value of a type. */
    static Object parse(SqlType type, boolean binary, byte[] bytes) {
        try {
            return binary
                    ? fromBinary(type, ByteBuffer.wrap(bytes))
                    : fromText(type, new String(bytes, StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            if (e instanceof SqlError error) throw error;
            throw SqlError.error(
                    binary ? "22P03" : "22P02",
                    "invalid input for a parameter of type " + type.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private static Object fromText(SqlType type, String text) {
        return switch (type) {
            case BOOL -> bool(text.strip().toLowerCase(java.util.Locale.ROOT));
            case BYTEA -> HexFormat.of().parseHex(text.substring(2));
            case INT2, INT4, INT8 -> Long.valueOf(text.strip());
            case FLOAT4, FLOAT8 -> Double.valueOf(text.strip());
            case NUMERIC -> new BigDecimal(text.strip());
            case UUID -> UUID.fromString(text.strip());
            default -> text;
        };
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "t", "true", "y", "yes", "on", "1" -> true;
            case "f", "false", "n", "no", "off", "0" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Object fromBinary(SqlType type, ByteBuffer bytes) {
        return switch (type) {
            case BOOL -> bytes.get() != 0;
            case BYTEA -> bytes.array();
            case INT2 -> bytes.getShort();
            case INT4 -> bytes.getInt();
            case INT8 -> bytes.getLong();
            case FLOAT4 -> bytes.getFloat();
            case FLOAT8 -> bytes.getDouble();
            case NUMERIC -> numeric(bytes);
            case DATE -> EPOCH.toLocalDate().plusDays(bytes.getInt());
            case TIME -> LocalTime.ofNanoOfDay(bytes.getLong() * 1000);
            case TIMESTAMP -> EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
            case TIMESTAMPTZ -> EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
            case TIMETZ ->
                LocalTime.ofNanoOfDay(bytes.getLong() * 1000).atOffset(ZoneOffset.ofTotalSeconds(-bytes.getInt()));
            case UUID -> new UUID(bytes.getLong(), bytes.getLong());
            case TEXT, JSON, BPCHAR, VARCHAR, INTERVAL, TEXTS -> new String(bytes.array(), StandardCharsets.UTF_8);
        };
    }
}
