package dev.dockline.shell.eval;

import dev.dockline.shell.eval.Token.Kind;
import dev.dockline.shell.eval.call.Scope.Variable;
import dev.dockline.shell.eval.call.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables that JShell has not been told of: it is, when something that it compiles may use them. */
final class Uncompiled {
    private static final int KEPT_RESULTS = 20;

    private final Map<String, Variable> variables = new LinkedHashMap<>();

    Set<String> names() {
        return variables.keySet();
    }

    /** One of them that holds something. */
    Optional<Variable> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(variable -> variable.value() != null);
    }

    void add(String name, Variable variable) {
        variables.remove(name);
        variables.put(name, variable);
        var results = variables.keySet().stream().filter(Uncompiled::isResult).toList();
        if (results.size() > KEPT_RESULTS) {
            variables.remove(results.get(0));
        }
    }

    private static boolean isResult(String name) {
        return name.startsWith("$");
    }

    /** Those that a snippet names; where methods and classes are declared, which may name others, all but results. */
    Collection<String> neededBy(String source, boolean codeIsDeclared) {
        var needed = new LinkedHashSet<String>();
        for (var token : Token.of(source)) {
            if (token.kind() == Kind.WORD && variables.containsKey(token.in(source))) {
                needed.add(token.in(source));
            }
        }
        if (codeIsDeclared) {
            variables.keySet().stream().filter(name -> !isResult(name)).forEach(needed::add);
        }
        return needed;
    }

    /** Tells JShell of some, those of one type at a time, since each snippet is a run of the compiler. */
    void declare(Collection<String> names, Compiled jshell) {
        var byType = new LinkedHashMap<String, List<String>>();
        for (var name : names) {
            byType.computeIfAbsent(Types.name(variables.get(name).type()), type -> new ArrayList<>())
                    .add(name);
        }
        byType.forEach((type, some) -> {
            if (jshell.declare(type, values(some))) {
                variables.keySet().removeAll(some);
            }
        });
    }

    private Map<String, Object> values(List<String> names) {
        var values = new LinkedHashMap<String, Object>();
        names.forEach(name -> values.put(name, variables.get(name).value()));
        return values;
    }
}
