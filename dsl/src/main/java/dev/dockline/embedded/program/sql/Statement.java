package dev.dockline.embedded.program.sql;

import dev.dockline.embedded.program.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A statement of a client: which one it is, whether it is one that is accepted, and how H2 is told. */
final class Statement {
    private static final Set<String> QUERIES = Set.of("SELECT", "VALUES", "TABLE", "WITH", "EXPLAIN");
    private static final Set<String> CHANGES = Set.of("INSERT", "UPDATE", "DELETE");
    private static final Set<String> DEFINES = Set.of("CREATE", "ALTER", "DROP");
    private static final Set<String> DEFINED = Set.of("TABLE", "INDEX", "VIEW", "SEQUENCE", "SCHEMA", "DOMAIN");
    private static final Set<String> OTHERS = Set.of("TRUNCATE", "COMMENT", "SAVEPOINT", "RELEASE");
    private static final Set<String> BETWEEN =
            Set.of("OR", "REPLACE", "UNIQUE", "TEMP", "TEMPORARY", "LOCAL", "GLOBAL", "UNLOGGED", "CONCURRENTLY");
    // What reaches outside of the database, or tells of its host. H2 refuses most of it to who is no administrator.
    private static final Set<String> FORBIDDEN = Set.of(
            "csvread",
            "csvwrite",
            "file_read",
            "file_write",
            "link_schema",
            "database_path",
            "abort_session",
            "cancel_session",
            "h2version");

    private final String text;
    private final List<Token> tokens;
    private final List<Token> words;

    private Statement(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
        this.words = tokens.stream().filter(token -> !token.isSpace()).toList();
    }

    /** Those of a text, apart; empty ones are none. */
    static List<Statement> of(String text) {
        var statements = new ArrayList<Statement>();
        var current = new ArrayList<Token>();
        for (var token : Lexer.tokens(text)) {
            if (token.isSymbol(";")) {
                add(statements, text, current);
                current.clear();
            } else {
                current.add(token);
            }
        }
        add(statements, text, current);
        return statements;
    }

    private static void add(List<Statement> statements, String text, List<Token> tokens) {
        if (!tokens.stream().allMatch(Token::isSpace)) statements.add(new Statement(text, List.copyOf(tokens)));
    }

    /** All that the client sent with it: positions of errors are counted in this. */
    String text() {
        return text;
    }

    /** Its first word, in capital letters. */
    String verb() {
        return upper(0);
    }

    /** The word at a place, in capital letters; empty behind the end. */
    String upper(int index) {
        return index < words.size() ? words.get(index).text().toUpperCase(Locale.ROOT) : "";
    }

    /** The words from a place on, as they stand, apart by blanks. */
    String from(int index) {
        return words.stream().skip(index).map(Token::text).collect(Collectors.joining(" "));
    }

    private boolean defines() {
        return DEFINES.contains(verb());
    }

    // What is created, altered or dropped.
    private String object() {
        return words.stream()
                .skip(1)
                .map(word -> word.text().toUpperCase(Locale.ROOT))
                .filter(word -> !BETWEEN.contains(word))
                .findFirst()
                .orElse("");
    }

    private boolean createsFromQuery() {
        return defines() && object().equals("TABLE") && indexOf("AS") >= 0;
    }

    /** What is said when it is done, where so many rows were concerned. */
    String tag(long rows) {
        var verb = verb();
        if (QUERIES.contains(verb) || createsFromQuery()) return verb.equals("EXPLAIN") ? verb : "SELECT " + rows;
        if (verb.equals("INSERT")) return "INSERT 0 " + rows;
        if (CHANGES.contains(verb)) return verb + " " + rows;
        if (verb.equals("TRUNCATE")) return "TRUNCATE TABLE";
        return defines() ? verb + " " + object() : verb;
    }

    /** The same for H2; refused if it is none that is accepted. */
    String forH2() {
        refuse();
        var written = new ArrayList<>(tokens);
        nameSeries(written);
        if (defines()) makeTemporaryLocal(written);
        if (verb().equals("TRUNCATE") && !upper(1).equals("TABLE"))
            written.add(indexOf("TRUNCATE") + 1, new Token(Kind.WORD, " TABLE"));
        var returning = CHANGES.contains(verb()) ? indexOf("RETURNING") : -1;
        if (returning < 0) return written(written);
        // The table of what a change leaves, or of what it takes away.
        var kept = verb().equals("DELETE") ? "OLD" : "FINAL";
        return "SELECT " + written(written.subList(returning + 1, written.size())) + " FROM " + kept + " TABLE ("
                + written(written.subList(0, returning)) + ")";
    }

    private void refuse() {
        var verb = verb();
        var accepted = QUERIES.contains(verb)
                || CHANGES.contains(verb)
                || OTHERS.contains(verb)
                || defines() && DEFINED.contains(object())
                || verb.equals("ROLLBACK")
                || verb.startsWith("(");
        if (!accepted)
            throw known(verb)
                    ? SqlError.unsupported(defines() ? verb + " " + object() : verb)
                    : SqlError.error(
                            "42601", "syntax error at or near \"" + words.get(0).text() + "\"");
        for (var i = 0; i < words.size(); i++) {
            var name = words.get(i).text().replace("\"", "").toLowerCase(Locale.ROOT);
            var called = i + 1 < words.size() && words.get(i + 1).isSymbol("(");
            if (called && FORBIDDEN.contains(name))
                throw SqlError.error("42501", "permission denied for function " + name);
        }
        if (defines() && indexOf("ENGINE") >= 0) throw SqlError.unsupported("ENGINE");
    }

    private boolean known(String verb) {
        return defines()
                || Set.of(
                                "CALL",
                                "COPY",
                                "DO",
                                "LISTEN",
                                "NOTIFY",
                                "LOCK",
                                "GRANT",
                                "REVOKE",
                                "PREPARE",
                                "EXECUTE",
                                "DECLARE",
                                "FETCH",
                                "MOVE",
                                "CLOSE",
                                "MERGE",
                                "SCRIPT",
                                "RUNSCRIPT",
                                "BACKUP",
                                "SHUTDOWN",
                                "REFRESH",
                                "CLUSTER",
                                "REINDEX",
                                "LOAD",
                                "SECURITY",
                                "REASSIGN",
                                "UNLISTEN",
                                "IMPORT")
                        .contains(verb);
    }

    // Where a word stands on the outer level, among all tokens; -1 where it does not.
    private int indexOf(String word) {
        var depth = 0;
        for (var i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.isSymbol("(")) depth++;
            if (token.isSymbol(")")) depth--;
            if (depth == 0 && token.is(word)) return i;
        }
        return -1;
    }

    // The alias of a series is its column's name too.
    private static void nameSeries(List<Token> tokens) {
        for (var i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).is("generate_series")) continue;
            var open = skipSpace(tokens, i + 1);
            if (open == tokens.size() || !tokens.get(open).isSymbol("(")) continue;
            var alias = skipSpace(tokens, closing(tokens, open) + 1);
            if (alias < tokens.size() && tokens.get(alias).is("AS")) alias = skipSpace(tokens, alias + 1);
            if (alias == tokens.size() || !isName(tokens.get(alias))) continue;
            var next = skipSpace(tokens, alias + 1);
            if (next < tokens.size() && tokens.get(next).isSymbol("(")) continue;
            tokens.add(alias + 1, new Token(Kind.SYMBOL, "(" + tokens.get(alias).text() + ")"));
        }
    }

    private static boolean isName(Token token) {
        var reserved = Set.of(
                "WHERE",
                "GROUP",
                "ORDER",
                "LIMIT",
                "OFFSET",
                "JOIN",
                "CROSS",
                "LEFT",
                "RIGHT",
                "INNER",
                "FULL",
                "NATURAL",
                "UNION",
                "EXCEPT",
                "INTERSECT",
                "HAVING",
                "ON",
                "USING",
                "FOR",
                "FETCH",
                "WINDOW",
                "RETURNING");
        return token.kind() == Kind.NAME
                || token.kind() == Kind.WORD && !reserved.contains(token.text().toUpperCase(Locale.ROOT));
    }

    private static int skipSpace(List<Token> tokens, int from) {
        var at = from;
        while (at < tokens.size() && tokens.get(at).isSpace()) at++;
        return at;
    }

    private static int closing(List<Token> tokens, int open) {
        var depth = 0;
        for (var i = open; i < tokens.size(); i++) {
            if (tokens.get(i).isSymbol("(")) depth++;
            if (tokens.get(i).isSymbol(")") && --depth == 0) return i;
        }
        return tokens.size() - 1;
    }

    private static void makeTemporaryLocal(List<Token> tokens) {
        for (var i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is("TEMP") || tokens.get(i).is("TEMPORARY")) {
                tokens.set(i, new Token(Kind.WORD, "LOCAL TEMPORARY"));
                return;
            }
        }
    }

    private static String written(List<Token> tokens) {
        return tokens.stream()
                .map(Statement::written)
                .collect(Collectors.joining())
                .strip();
    }

    private static String written(Token token) {
        if (token.is("timestamptz")) return "timestamp with time zone";
        if (token.is("timetz")) return "time with time zone";
        return token.is("unlogged") ? "" : token.text();
    }
}
