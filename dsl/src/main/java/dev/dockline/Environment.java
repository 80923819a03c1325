package dev.dockline;

import dev.dockline.view.Table;
import dev.dockline.view.Tabular;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The variables of a container, by name; a table masks the values of those whose names look like secrets. */
public final class Environment extends AbstractMap<String, String> implements Tabular {
    private final Map<String, String> variables = new LinkedHashMap<>();

    Environment(Iterable<String> lines) {
        for (var line : lines) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                variables.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return java.util.Collections.unmodifiableSet(variables.entrySet());
    }

    @Override
    public Table table() {
        var table = Table.of("VARIABLE", "VALUE");
        variables.forEach((name, value) -> table.row(name, isSecret(name) ? "***" : value));
        return table;
    }

    private static boolean isSecret(String name) {
        return name.matches("(?i).*(password|passwd|secret|token|credential|private|api_?key).*");
    }
}
