package dev.dockline.embedded.program.shell;

import java.util.List;

/** A word as written, before it is expanded. */
record Word(List<Part> parts) {
    /** A piece of a word; quoted pieces are neither split nor matched against files. */
    sealed interface Part {
        boolean quoted();
    }

    record Text(String text, boolean quoted) implements Part {}

    /** {@code $X}, or {@code ${X:-other}} with the operator {@code :-} and the word after it. */
    record Variable(String name, String operator, Word other, boolean quoted) implements Part {}

    record Command(String script, boolean quoted) implements Part {}

    record Arithmetic(Word expression, boolean quoted) implements Part {}

    /** Its text as written, without quotes. */
    String plain() {
        var text = new StringBuilder();
        for (var part : parts) if (part instanceof Text piece) text.append(piece.text);
        return text.toString();
    }

    boolean isQuoted() {
        return parts.stream().anyMatch(Part::quoted);
    }

    /** The word's text if it is plain and unquoted, as a keyword must be; else null. */
    String keyword() {
        return parts.size() == 1 && parts.get(0) instanceof Text text && !text.quoted ? text.text : null;
    }
}
