package dev.dockline.spec;

import java.util.List;
import java.util.stream.Collectors;

/** Text as Java source and as a word of a command line. */
final class Java {
    private Java() {}

    /** The Java literal of a text. */
    static String literal(String text) {
        var out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c);
            }
        }
        return out.append('"').toString();
    }

    /** The Java literals of several texts, as arguments. */
    static String literals(List<String> texts) {
        return texts.stream().map(Java::literal).collect(Collectors.joining(", "));
    }

    /** A text as one word of a POSIX shell. */
    static String word(String text) {
        return text.matches("[A-Za-z0-9_@%+=:,./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
