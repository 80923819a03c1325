package dev.dockline.embedded.program.shell;

import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Memory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
    boolean refuseUnset;
    boolean noGlob;
    boolean trace;
    boolean pipesFail;
    int calls;
    final Set<String> readOnly = new HashSet<>();
    final Map<String, Node> functions = new LinkedHashMap<>();
    final Deque<Map<String, String>> locals = new ArrayDeque<>();
    final Jobs jobs = new Jobs();
    final Traps traps = new Traps();
    private final int pid;

    State(String name, List<String> args, Map<String, String> env, String cwd, int pid) {
        this.name = name;
        this.args = args;
        this.variables = new LinkedHashMap<>(env);
        this.exported = new HashSet<>(env.keySet());
        this.cwd = cwd;
        this.pid = pid;
    }

    private State(State other) {
        name = other.name;
        args = new ArrayList<>(other.args);
        variables = new LinkedHashMap<>(other.variables);
        exported = new HashSet<>(other.exported);
        cwd = other.cwd;
        status = other.status;
        pid = other.pid;
        calls = other.calls;
        readOnly.addAll(other.readOnly);
        functions.putAll(other.functions);
        options(other);
    }

    private void options(State other) {
        exitOnError = other.exitOnError;
        refuseUnset = other.refuseUnset;
        noGlob = other.noGlob;
        trace = other.trace;
        pipesFail = other.pipesFail;
    }

    /** Gives a variable a value, unless it may not be changed. */
    void set(String variable, String value) throws ExitException {
        if (readOnly.contains(variable)) throw new ExitException(2, variable + ": is read only");
        new Memory().take(value.length());
        variables.put(variable, value);
    }

    /** Gives variables back what they held; null is nothing. */
    void restore(Map<String, String> values) {
        values.forEach((variable, value) -> {
            if (value == null) variables.remove(variable);
            else variables.put(variable, value);
        });
    }

    /** Sets one of the options of a letter; whether there is such. */
    boolean option(char letter, boolean on) {
        switch (letter) {
            case 'e' -> exitOnError = on;
            case 'f' -> noGlob = on;
            case 'u' -> refuseUnset = on;
            case 'x' -> trace = on;
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What the fields of a text are apart by. */
    String separators() {
        return variables.getOrDefault("IFS", " \t\n");
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
            case "@" -> String.join(" ", args);
            case "*" -> String.join(separators().isEmpty() ? "" : separators().substring(0, 1), args);
            case "$" -> Integer.toString(pid);
            case "0" -> name;
            case "-" -> (exitOnError ? "e" : "") + (noGlob ? "f" : "") + (refuseUnset ? "u" : "") + (trace ? "x" : "");
            case "!" -> jobs.latest();
            default -> numbered(parameter);
        };
    }

    private String numbered(String parameter) {
        if (!parameter.matches("[1-9][0-9]*")) return variables.get(parameter);
        var index = Integer.parseInt(parameter);
        return index <= args.size() ? args.get(index - 1) : null;
    }
}
