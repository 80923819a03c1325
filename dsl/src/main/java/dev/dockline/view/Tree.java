package dev.dockline.view;

import java.util.ArrayList;
import java.util.List;

/**
 * Text lines below text lines, joined by branches.
 *
 * <pre>{@code
 * docker0  172.17.0.0/16  gateway 172.17.0.1
 * ├─ db   172.17.0.2  running 2m  5432/tcp
 * └─ web  172.17.0.3  running 1m  0.0.0.0:32768→5000/tcp
 *    └─ link db
 * }</pre>
 */
public final class Tree {
    private final String text;
    private final List<Tree> below = new ArrayList<>();

    private Tree(String text) {
        this.text = text;
    }

    /** A tree whose first lines stand at the margin. */
    public static Tree of() {
        return new Tree("");
    }

    /** Adds a line below this one, and returns it for lines below that. */
    public Tree add(String line) {
        var added = new Tree(Glyphs.harmless(line));
        below.add(added);
        return added;
    }

    /** Whether nothing is below. */
    public boolean isEmpty() {
        return below.isEmpty();
    }

    /** The tree as lines, each ended and none wider than there is room for. */
    public String render(Style style) {
        var out = new StringBuilder();
        below.forEach(top -> {
            line(out, top.text, Ink.HEADING, style);
            top.branches(out, "", style);
        });
        return out.toString();
    }

    /** The tree as HTML. */
    public String html() {
        return Html.text(render(Style.PLAIN));
    }

    private void branches(StringBuilder out, String margin, Style style) {
        for (int i = 0; i < below.size(); i++) {
            boolean last = i == below.size() - 1;
            line(out, margin + (last ? "└─ " : "├─ ") + below.get(i).text, Ink.PLAIN, style);
            below.get(i).branches(out, margin + (last ? "   " : "│  "), style);
        }
    }

    private static void line(StringBuilder out, String text, Ink ink, Style style) {
        var shown = Glyphs.shown(text, style).stripTrailing();
        var fitted = style.width() > 0 ? Width.fit(shown, style.width(), Glyphs.ellipsis(style)) : shown;
        out.append(ink.on(fitted, style)).append('\n');
    }

    @Override
    public String toString() {
        return render(Style.PLAIN);
    }
}
