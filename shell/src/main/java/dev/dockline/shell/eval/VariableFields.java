package dev.dockline.shell.eval;

import dev.dockline.shell.eval.call.Scope.Variable;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where the values of variables are: each in a static field of the class that JShell made to declare it. */
final class VariableFields {
    private final Map<String, Class<?>> owners = new HashMap<>();

    void declared(String variable, Class<?> owner) {
        owners.put(variable, owner);
    }

    /** A variable, and what it holds now; empty for null, and for what is not known. */
    Optional<Variable> variable(String name) {
        var owner = owners.get(name);
        try {
            if (owner == null) {
                return Optional.empty();
            }
            var field = field(owner, name);
            return Optional.ofNullable(field.get(null)).map(value -> new Variable(field.getGenericType(), value));
        } catch (ReflectiveOperationException elsewhere) {
            return Optional.empty();
        }
    }

    /** Lets go of the value of a variable that was dropped: its class stays loaded and would hold it for ever. */
    void clear(String variable) {
        var owner = owners.remove(variable);
        try {
            if (owner != null && !field(owner, variable).getType().isPrimitive()) {
                field(owner, variable).set(null, null);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("JShell keeps " + variable + " elsewhere than it used to", e);
        }
    }

    private static Field field(Class<?> owner, String variable) throws NoSuchFieldException {
        var field = owner.getDeclaredField(variable);
        field.setAccessible(true);
        return field;
    }
}
