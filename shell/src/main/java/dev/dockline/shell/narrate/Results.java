package dev.dockline.shell.narrate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.Container;
import dev.dockline.Containers;
import dev.dockline.Image;
import dev.dockline.Images;
import dev.dockline.Network;
import dev.dockline.Networks;
import dev.dockline.Outcome;
import dev.dockline.Plan;
import dev.dockline.Volume;
import dev.dockline.Volumes;
import dev.dockline.shell.eval.Evaluator.Variable;
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
import java.util.stream.BaseStream;
import java.util.stream.Collectors;

/** What is shown of a result; nothing where there is nothing to say. */
final class Results {
    private static final int SHORT = 72;
    private static final int MOST = 1000;

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

    /** Whether it stands for several such things. */
    static boolean areHandles(Object value) {
        return value instanceof Containers
                || value instanceof Volumes
                || value instanceof Networks
                || value instanceof Images;
    }

    Rendering of(Object value) {
        if (value instanceof Container container) {
            return Declarations.of(container, style);
        } else if (value instanceof Tabular tabular) {
            return Rendering.of(tabular.table(), style);
        } else if (value instanceof Table table) {
            return Rendering.of(table, style);
        } else if (value instanceof Tree tree) {
            return Rendering.of(tree, style);
        } else if (value instanceof Plan plan) {
            return Rendering.of(plan.render(style));
        } else if (value instanceof EngineState engine) {
            return Rendering.of(Tables.engine(engine), style);
        }
        return Rendering.of(text(value));
    }

    /** What a command wrote was shown as it came, so of its outcome only a failure is left to tell. */
    private static String text(Object value) {
        if (value == null) {
            return "";
        } else if (value instanceof Outcome outcome) {
            return outcome.succeeded() ? "" : outcome.toString();
        } else if (value instanceof JsonNode json) {
            return json.toPrettyString();
        } else if (value instanceof Map<?, ?> map) {
            return lines("{", entries(map), "}");
        } else if (value instanceof Collection<?> collection) {
            return lines("[", collection.stream().map(Results::element).toList(), "]");
        } else if (value.getClass().isArray()) {
            return lines("[", elements(value), "]");
        } else if (value instanceof Record record && value.toString().length() > SHORT) {
            return lines(value.getClass().getSimpleName() + "(", components(record), ")");
        }
        return element(value);
    }

    /** The variables of a session. */
    static Table variables(List<?> variables) {
        var table = Table.of("NAME", "TYPE", "VALUE");
        for (var each : variables) {
            if (each instanceof Variable variable) {
                table.row(variable.name(), variable.type(), brief(variable.value()));
            }
        }
        return table;
    }

    private static String brief(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= SHORT ? line : line.substring(0, SHORT - 1) + "…";
    }

    /** What it says of itself; of what says nothing, what it is. */
    private static String element(Object value) {
        var text = String.valueOf(value);
        var silent =
                value != null && text.equals(value.getClass().getName() + "@" + Integer.toHexString(value.hashCode()));
        return silent ? described(value) : text;
    }

    private static String described(Object value) {
        if (value instanceof BaseStream<?, ?>) {
            return "a stream; .toList() at its end shows what comes out of it";
        }
        var type = value.getClass();
        var name = type.isSynthetic() || type.isHidden() || type.isAnonymousClass()
                ? interfaces(type)
                : type.getSimpleName();
        return name + " object, which has no text of its own";
    }

    private static String interfaces(Class<?> type) {
        return type.getInterfaces().length == 0
                ? type.getSuperclass().getSimpleName()
                : type.getInterfaces()[0].getSimpleName();
    }

    private static List<String> components(Record record) {
        var components = new ArrayList<String>();
        for (var component : record.getClass().getRecordComponents()) {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                components.add(component.getName() + "=" + element(accessor.invoke(record)));
            } catch (ReflectiveOperationException | RuntimeException e) {
                return List.of(record.toString());
            }
        }
        return components;
    }

    private static List<String> entries(Map<?, ?> map) {
        return map.entrySet().stream()
                .map(entry -> element(entry.getKey()) + "=" + element(entry.getValue()))
                .toList();
    }

    private static List<String> elements(Object array) {
        var elements = new ArrayList<String>();
        for (var i = 0; i < Array.getLength(array); i++) {
            var element = Array.get(array, i);
            var nested = element != null && element.getClass().isArray();
            elements.add(nested ? lines("[", elements(element), "]") : element(element));
        }
        return elements;
    }

    /** On one line where that is short, else one element a line; of very many the first. */
    private static String lines(String open, List<String> elements, String close) {
        if (elements.size() > MOST) {
            var shown = new ArrayList<>(elements.subList(0, MOST));
            shown.add("... and " + (elements.size() - MOST) + " more, " + elements.size() + " in all");
            return split(open, shown, close);
        }
        var line = open + String.join(", ", elements) + close;
        if (line.length() <= SHORT && !line.contains("\n")) {
            return line;
        }
        return split(open, elements, close);
    }

    private static String split(String open, List<String> elements, String close) {
        return elements.stream().collect(Collectors.joining(",\n  ", open + "\n  ", "\n" + close));
    }
}
