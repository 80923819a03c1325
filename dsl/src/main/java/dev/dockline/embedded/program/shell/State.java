package dev.dockline.embedded.program.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a shell remembers between commands; a subshell gets a copy. */
final class State {
    final Map<String, String> variables;
    final Set<String> exported;
    final String name;
    List<String> args;
    String cwd;
    int status;
    boolean exitOnError;

    State(String name, List<String> args, Map<String, String> env, String cwd) {
        this.name = name;
        this.args = args;
        this.variables = new LinkedHashMap<>(env);
        this.exported = new HashSet<>(env.keySet());
        this.cwd = cwd;
    }

    private State(State other) {
        name = other.name;
        args = new ArrayList<>(other.args);
        variables = new LinkedHashMap<>(other.variables);
        exported = new HashSet<>(other.exported);
        cwd = other.cwd;
        status = other.status;
        exitOnError = other.exitOnError;
    }

    State copy() {
        return new State(this);
    }

    Map<String, String> environment() {
        var env = new LinkedHashMap<>(variables);
        env.keySet().retainAll(exported);
        return env;
    }

    /** A variable's or a special parameter's value; null if it has none. */
    String value(String parameter) {
        return switch (parameter) {
            case "?" -> String.valueOf(status);
            case "#" -> String.valueOf(args.size());
            case "@", "*" -> String.join(" ", args);
            case "$" -> "1";
            case "0" -> name;
            case "-" -> exitOnError ? "e" : "";
            case "!" -> "";
            default -> numbered(parameter);
        };
    }

    private String numbered(String parameter) {
        if (!parameter.matches("[1-9][0-9]*")) return variables.get(parameter);
        var index = Integer.parseInt(parameter);
        return index <= args.size() ? args.get(index - 1) : null;
    }
}
