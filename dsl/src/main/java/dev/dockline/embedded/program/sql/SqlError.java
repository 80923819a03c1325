package dev.dockline.embedded.program.sql;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** What PostgreSQL says when something fails: how bad it is, its code, a message, and where in the statement. */
final class SqlError extends RuntimeException {
    static final String NOT_SUPPORTED = "0A000";
    private static final long serialVersionUID = 1L;
    private static final String INTERNAL = "XX000";
    private static final List<Integer> DISK_ERRORS = List.of(90_028, 90_031);
    private static final List<String> AT_A_NAME = List.of("42P01", "42703");
    private static final String SYNTAX = "42601";

    // H2's own codes where they are not those of PostgreSQL.
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("42S01", "42P07"),
            Map.entry("42S02", "42P01"),
            Map.entry("42S03", "42P01"),
            Map.entry("42S04", "42P01"),
            Map.entry("42S11", "42P07"),
            Map.entry("42S12", "42704"),
            Map.entry("42S21", "42701"),
            Map.entry("42S22", "42703"),
            Map.entry("42000", "42601"),
            Map.entry("42001", "42601"),
            Map.entry("22018", "22P02"),
            Map.entry("23506", "23503"),
            Map.entry("23513", "23514"),
            Map.entry("HYT00", "55P03"),
            Map.entry("90016", "42803"),
            Map.entry("90022", "42883"),
            Map.entry("90037", "42P01"),
            Map.entry("90039", "22003"),
            Map.entry("90059", "42702"),
            Map.entry("90078", "42P06"),
            Map.entry("90079", "3F000"),
            Map.entry("90096", "42501"),
            Map.entry("90040", "42501"));
    private static final Pattern NAME = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern MARKED = Pattern.compile("\\[\\*]\\s*([^\\s;]*)");
    private static final Pattern CONSTRAINT = Pattern.compile("\"(?:\\w+\\.)?([^\" (]+)");

    private final String severity;
    private final String code;
    private final int position;

    SqlError(String severity, String code, String message) {
        this(severity, code, message, 0, null);
    }

    private SqlError(String severity, String code, String message, int position, Throwable cause) {
        super(message, cause);
        this.severity = severity;
        this.code = code;
        this.position = position;
    }

    static SqlError error(String code, String message) {
        return new SqlError("ERROR", code, message);
    }

    static SqlError unsupported(String what) {
        return error(NOT_SUPPORTED, what + " is not supported by the embedded engine");
    }

    /** What H2 says, as PostgreSQL would say it, of a statement. */
    static SqlError of(SQLException e, String statement) {
        var state = String.valueOf(e.getSQLState());
        var code = isOfTheDisk(e) ? "58030" : CODES.getOrDefault(state, state);
        if (!code.matches("[0-9A-Z]{5}") || code.startsWith("9") || code.startsWith("HY")) code = INTERNAL;
        var text = String.valueOf(e.getMessage())
                .replaceFirst("(?s); SQL statement:.*", "")
                .replaceFirst("(?s) \\[\\d+-\\d+]$", "");
        return new SqlError("ERROR", code, message(code, text), position(code, text, statement), e);
    }

    private static boolean isOfTheDisk(SQLException e) {
        return DISK_ERRORS.contains(e.getErrorCode())
                || e.getCause() instanceof MVStoreException store
                        && store.getErrorCode() == DataUtils.ERROR_WRITING_FAILED;
    }

    private static String message(String code, String text) {
        return switch (code) {
            case "42P01" -> "relation \"" + name(text) + "\" does not exist";
            case "42703" -> "column \"" + name(text) + "\" does not exist";
            case "42P07" -> "relation \"" + name(text) + "\" already exists";
            case "42701" -> "column \"" + name(text) + "\" specified more than once";
            case "42883" -> "function " + name(text) + " does not exist";
            case "3F000" -> "schema \"" + name(text) + "\" does not exist";
            case SYNTAX -> syntax(marked(text));
            case "42501" -> "permission denied";
            case "23505" -> "duplicate key value violates unique constraint \"" + constraint(text) + "\"";
            case "23502" -> "null value in column \"" + name(text) + "\" violates not-null constraint";
            case "23503" -> "the row violates foreign key constraint \"" + constraint(text) + "\"";
            case "23514" -> "new row violates check constraint \"" + constraint(text) + "\"";
            case "22012" -> "division by zero";
            case "22P02" -> "invalid input syntax: " + name(text);
            case "57014" -> "canceling statement due to user request";
            case "40001" -> "could not serialize access due to concurrent update";
            case "58030" -> "could not write to the files of the database: is the disk full?";
            default -> text;
        };
    }

    private static String name(String text) {
        var name = NAME.matcher(text);
        return name.find() ? name.group(1).replaceFirst(" \\(.*", "") : text;
    }

    private static String constraint(String text) {
        var name = CONSTRAINT.matcher(text);
        return name.find() ? name.group(1).replaceFirst(".*\\.", "").replaceFirst(":$", "") : text;
    }

    private static String syntax(String word) {
        return word.isEmpty() ? "syntax error at end of input" : "syntax error at or near \"" + word + "\"";
    }

    // Where H2 has put its mark.
    private static String marked(String text) {
        var marked = MARKED.matcher(text);
        return marked.find() ? marked.group(1).replace("\"", "") : "";
    }

    // PostgreSQL counts characters from 1, and 0 says nothing.
    private static int position(String code, String text, String statement) {
        var wanted = code.equals(SYNTAX) ? marked(text) : AT_A_NAME.contains(code) ? name(text) : "";
        return wanted.isEmpty() ? 0 : statement.toLowerCase(Locale.ROOT).indexOf(wanted.toLowerCase(Locale.ROOT)) + 1;
    }

    boolean isFatal() {
        return severity.equals("FATAL");
    }

    /** As a line of the server's log. */
    String logged() {
        return severity + ":  " + getMessage() + (position > 0 ? " at character " + position : "");
    }

    /** Tells a client. */
    void tell(Outgoing out) throws IOException {
        out.begin('E')
                .octet('S')
                .text(severity)
                .octet('V')
                .text(severity)
                .octet('C')
                .text(code)
                .octet('M')
                .text(getMessage());
        if (position > 0) out.octet('P').text(Integer.toString(position));
        out.octet(0).end();
    }
}
