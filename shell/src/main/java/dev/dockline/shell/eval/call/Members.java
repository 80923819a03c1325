package dev.dockline.shell.eval.call;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** The public methods of types. */
public final class Members {
    private Members() {}

    /** All that can be called on a value, each once, as the most special class declares it. */
    public static Collection<Method> of(Class<?> type) {
        var members = new LinkedHashMap<String, Method>();
        // Reflection has only a bridge of what a class inherits from one that is not public, as a container its nouns.
        var declared = Stream.<Class<?>>iterate(type, above -> above != null, Class::getSuperclass)
                .flatMap(above -> Arrays.stream(above.getDeclaredMethods()));
        Stream.concat(declared, Arrays.stream(type.getMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
                .forEach(method -> members.merge(key(method), method, Members::moreSpecial));
        return members.values();
    }

    private static String key(Method method) {
        return method.getName() + List.of(method.getParameterTypes());
    }

    private static Method moreSpecial(Method one, Method other) {
        return one.getDeclaringClass().isAssignableFrom(other.getDeclaringClass()) ? other : one;
    }
}
