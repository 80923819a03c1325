package dev.dockline.shell.narrate;

import java.util.List;
import java.util.function.IntSupplier;

/** Cuts a long text into pages: the first is shown at once, the others when asked for. */
final class Pages {
    private static final int LONG = 100;
    private static final int BELOW = 2;

    private final IntSupplier height;
    private List<String> rest = List.of();

    /** Takes the lines that fit the screen; 0 for no screen, where nothing is cut. */
    Pages(IntSupplier height) {
        this.height = height;
    }

    /** All of a text that is not long, or its first page and how much there is more. */
    String first(String text) {
        var lines = text.lines().toList();
        var fits = height.getAsInt();
        if (fits == 0 || lines.size() <= Math.max(LONG, 2 * fits)) {
            rest = List.of();
            return text;
        }
        rest = lines;
        return next();
    }

    /** The next page of the last long text; empty after its end. */
    String next() {
        var page = Math.max(1, Math.min(rest.size(), height.getAsInt() - BELOW));
        var shown = String.join("\n", rest.subList(0, Math.min(page, rest.size())));
        rest = rest.subList(Math.min(page, rest.size()), rest.size());
        return rest.isEmpty() ? shown : shown + "\n... and " + rest.size() + " more lines; /more shows the next";
    }
}
