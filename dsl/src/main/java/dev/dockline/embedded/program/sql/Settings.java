package dev.dockline.embedded.program.sql;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The settings of one client: those that it is told of, and those that it sets and asks for. */
final class Settings {
    static final String VERSION = "15.0";
    // Told to each client when it comes and whenever they change; the names are PostgreSQL's.
    private static final List<String> REPORTED = List.of(
            "server_version",
            "server_encoding",
            "client_encoding",
            "application_name",
            "is_superuser",
            "session_authorization",
            "DateStyle",
            "IntervalStyle",
            "TimeZone",
            "integer_datetimes",
            "standard_conforming_strings");
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("server_version", VERSION),
            Map.entry("server_version_num", "150000"),
            Map.entry("server_encoding", "UTF8"),
            Map.entry("client_encoding", "UTF8"),
            Map.entry("application_name", ""),
            Map.entry("is_superuser", "off"),
            Map.entry("session_authorization", "postgres"),
            Map.entry("DateStyle", "ISO, MDY"),
            Map.entry("IntervalStyle", "postgres"),
            Map.entry("TimeZone", "UTC"),
            Map.entry("integer_datetimes", "on"),
            Map.entry("standard_conforming_strings", "on"),
            Map.entry("search_path", "\"$user\", public"),
            Map.entry("extra_float_digits", "1"),
            Map.entry("statement_timeout", "0"),
            Map.entry("transaction_isolation", "read committed"),
            Map.entry("default_transaction_isolation", "read committed"),
            Map.entry("max_identifier_length", "63"));

    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Settings() {
        values.putAll(DEFAULTS);
    }

    /** Tells all that a client is to know. */
    void tell(Outgoing out) throws IOException {
        for (var name : REPORTED) tell(out, name);
    }

    private void tell(Outgoing out, String name) throws IOException {
        out.begin('S').text(name).text(values.get(name)).end();
    }

    String get(String name) {
        var value = values.get(name);
        if (value == null) throw SqlError.error("42704", "unrecognized configuration parameter \"" + name + "\"");
        return value;
    }

    /** Sets one, and tells of it if the client is to know. */
    void set(String name, String value, Outgoing out) throws IOException {
        if (name.equalsIgnoreCase("TimeZone")) zone(value);
        if (name.equalsIgnoreCase("client_encoding")
                && !value.toUpperCase(Locale.ROOT).matches("UTF-?8|UNICODE|SQL_ASCII"))
            throw SqlError.error(
                    "22023", "invalid value for parameter \"client_encoding\": \"" + value + "\"; only UTF8 is known");
        values.put(name, value);
        for (var reported : REPORTED) {
            if (reported.equalsIgnoreCase(name)) tell(out, reported);
        }
    }

    void reset(String name, Outgoing out) throws IOException {
        set(name, new Settings().values.getOrDefault(name, ""), out);
    }

    ZoneId zone() {
        return zone(values.get("TimeZone"));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw SqlError.error("22023", "invalid value for parameter \"TimeZone\": \"" + name + "\"");
        }
    }
}
