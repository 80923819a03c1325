package dev.dockline.shell.eval.call;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The types of values as a compiler sees them. */
public final class Types {
    private static final String OURS = "dev.dockline.";

    private Types() {}

    static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    /** What a method gives when it is called on a value of a type; null where that takes a compiler to tell. */
    static Type returned(Type type, Type receiver) {
        if (type instanceof TypeVariable<?> variable) {
            return argument(variable, receiver);
        }
        return isClear(type) ? type : null;
    }

    private static Type argument(TypeVariable<?> variable, Type receiver) {
        if (!(receiver instanceof ParameterizedType generic) || variable.getGenericDeclaration() != raw(receiver)) {
            return null;
        }
        var index = Arrays.asList(raw(receiver).getTypeParameters()).indexOf(variable);
        return generic.getActualTypeArguments()[index];
    }

    /** Whether all of it has a name that everybody may use. */
    static boolean isClear(Type type) {
        if (type instanceof ParameterizedType generic) {
            return isVisible(raw(generic))
                    && Arrays.stream(generic.getActualTypeArguments()).allMatch(Types::isClear);
        }
        return type instanceof Class<?> plain && plain.getTypeParameters().length == 0 && isVisible(plain);
    }

    private static boolean isVisible(Class<?> type) {
        if (type.isArray()) {
            return isVisible(type.getComponentType());
        } else if (type.isPrimitive()) {
            return true;
        }
        boolean known = type.getName().startsWith(OURS)
                || type.getModule().isNamed() && type.getModule().isExported(type.getPackageName());
        boolean open = Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
        return known && open && !type.isLocalClass() && !type.isAnonymousClass();
    }

    /** Its name in Java, in full. */
    public static String name(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments())
                    .map(Types::name)
                    .collect(Collectors.joining(",", raw(type).getCanonicalName() + "<", ">"));
        }
        return raw(type).getCanonicalName();
    }

    /** Whether a value of one type may stand for one of the other without being boxed; both are plain. */
    static boolean isSubtype(Class<?> type, Class<?> other) {
        return other.isAssignableFrom(type) || type == int.class && (other == long.class || other == double.class);
    }

    /** The same, boxed where need be. */
    static boolean isConvertible(Class<?> type, Class<?> other) {
        return isSubtype(type, other)
                || type == int.class && other.isAssignableFrom(Integer.class)
                || type == boolean.class && other.isAssignableFrom(Boolean.class)
                || type == Integer.class && isSubtype(int.class, other)
                || type == Boolean.class && other == boolean.class;
    }
}
