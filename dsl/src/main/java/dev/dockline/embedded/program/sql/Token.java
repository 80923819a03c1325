package dev.dockline.embedded.program.sql;

/** The least part of a statement, as PostgreSQL reads it; its text is how H2 is given it. */
record Token(Kind kind, String text) {
    enum Kind {
        SPACE,
        WORD,
        NAME,
        STRING,
        NUMBER,
        PARAMETER,
        SYMBOL
    }

    boolean isSpace() {
        return kind == Kind.SPACE;
    }

    /** Whether it is this word, in small or capital letters and not in quotes. */
    boolean is(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }
}
