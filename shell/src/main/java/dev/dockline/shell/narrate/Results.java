package dev.dockline.shell.narrate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.Container;
import dev.dockline.Image;
import dev.dockline.Network;
import dev.dockline.Outcome;
import dev.dockline.Volume;
import dev.dockline.state.EngineState;
import dev.dockline.view.Style;
import dev.dockline.view.Table;
import dev.dockline.view.Tables;
import dev.dockline.view.Tabular;
import dev.dockline.view.Tree;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The text of a result, as a reader wants to see it; empty where there is nothing to say. */
final class Results {
    private static final int SHORT = 72;

    private final Style style;

    Results(Style style) {
        this.style = style;
    }

    /** Whether it stands for something on an engine. */
    static boolean isHandle(Object value) {
        return value instanceof Container
                || value instanceof Volume
                || value instanceof Network
                || value instanceof Image;
    }

    /** What a command wrote was shown as it came, so of its outcome only a failure is left to tell. */
    String text(Object value) {
        if (value == null) {
            return "";
        } else if (value instanceof Container container) {
            return Declarations.text(container, style);
        } else if (value instanceof Outcome outcome) {
            return outcome.succeeded() ? "" : outcome.toString();
        } else if (value instanceof Tabular tabular) {
            return tabular.table().render(style);
        } else if (value instanceof Table table) {
            return table.render(style);
        } else if (value instanceof Tree tree) {
            return tree.render(style);
        } else if (value instanceof EngineState engine) {
            return Tables.engine(engine).render(style);
        } else if (value instanceof JsonNode json) {
            return json.toPrettyString();
        } else if (value instanceof Map<?, ?> map) {
            return lines("{", entries(map), "}");
        } else if (value instanceof Collection<?> collection) {
            return lines("[", collection.stream().map(String::valueOf).toList(), "]");
        } else if (value.getClass().isArray()) {
            return lines("[", elements(value), "]");
        }
        return value.toString();
    }

    private static List<String> entries(Map<?, ?> map) {
        return map.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    private static List<String> elements(Object array) {
        var elements = new ArrayList<String>();
        for (var i = 0; i < Array.getLength(array); i++) {
            var element = Array.get(array, i);
            var nested = element != null && element.getClass().isArray();
            elements.add(nested ? lines("[", elements(element), "]") : String.valueOf(element));
        }
        return elements;
    }

    /** On one line where that is short, else one element a line. */
    private static String lines(String open, List<String> elements, String close) {
        var line = open + String.join(", ", elements) + close;
        if (line.length() <= SHORT && !line.contains("\n")) {
            return line;
        }
        return elements.stream().collect(Collectors.joining(",\n  ", open + "\n  ", "\n" + close));
    }
}
