package dev.dockline.view;

import java.util.stream.Collectors;

/** Running text broken into lines at its blanks. */
public final class Paragraphs {
    private Paragraphs() {}

    /** The text in lines of at most so many columns; what has no blank stays whole, and no line ends with one. */
    public static String wrapped(String text, int columns) {
        return text.lines().map(line -> wrappedLine(line, columns)).collect(Collectors.joining("\n"));
    }

    private static String wrappedLine(String line, int columns) {
        var words = line.strip().split(" ");
        // What a line is indented by, it keeps.
        var out = new StringBuilder(
                        line.substring(0, line.length() - line.stripLeading().length()))
                .append(words[0]);
        int used = Width.of(out.toString());
        for (int i = 1; i < words.length; i++) {
            int width = Width.of(words[i]);
            boolean fits = used + 1 + width <= columns;
            out.append(fits ? ' ' : '\n').append(words[i]);
            used = fits ? used + 1 + width : width;
        }
        return out.toString().stripTrailing();
    }
}
