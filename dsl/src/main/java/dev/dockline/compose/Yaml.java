package dev.dockline.compose;

import java.util.List;
import java.util.Map;

/** Writes maps, lists and values as YAML; texts in JSON's quotes, which mean the same there. */
final class Yaml {
    private final StringBuilder out = new StringBuilder();

    private Yaml() {}

    static String of(Map<String, ?> tree) {
        var yaml = new Yaml();
        yaml.entries(tree, "");
        return yaml.out.toString();
    }

    private void entries(Map<String, ?> map, String indent) {
        map.forEach((key, value) -> {
            out.append(indent)
                    .append(key.matches("[A-Za-z_][A-Za-z0-9_.-]*") ? key : quoted(key))
                    .append(':');
            value(value, indent + "  ");
        });
    }

    @SuppressWarnings("unchecked")
    private void value(Object value, String indent) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            out.append('\n');
            entries((Map<String, ?>) map, indent);
        } else if (value instanceof Map) {
            out.append(" {}\n");
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            out.append('\n');
            list.forEach(
                    each -> out.append(indent).append("- ").append(scalar(each)).append('\n'));
        } else if (value instanceof List) {
            out.append(" []\n");
        } else {
            out.append(' ').append(scalar(value)).append('\n');
        }
    }

    private static String scalar(Object value) {
        // A dollar begins a variable in these files, and two of them are one.
        return value instanceof String text ? quoted(text.replace("$", "$$")) : String.valueOf(value);
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c < ' ' || c == 127 ? "\\x%02x".formatted((int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }
}
