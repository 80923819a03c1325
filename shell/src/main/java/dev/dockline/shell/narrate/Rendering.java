package dev.dockline.shell.narrate;

import dev.dockline.view.Style;
import dev.dockline.view.Table;
import dev.dockline.view.Tree;
import java.util.function.Supplier;

/**
 * A value as a reader wants to see it.
 *
 * @param text as text; empty where there is nothing to say
 * @param html the same for those who show HTML; empty where it is nothing but the text
 */
public record Rendering(String text, Supplier<String> html) {
    static final Rendering NOTHING = of("");

    public static Rendering of(String text) {
        return new Rendering(text, () -> "");
    }

    public static Rendering of(Table table, Style style) {
        return new Rendering(table.render(style), table::html);
    }

    public static Rendering of(Tree tree, Style style) {
        return new Rendering(tree.render(style), tree::html);
    }

    /** Whether there is nothing to say. */
    public boolean isEmpty() {
        return text.isBlank();
    }

    /** This, and a line of text below it. */
    Rendering with(String line) {
        return new Rendering(text + line, () -> html.get() + "<div>" + line + "</div>");
    }
}
