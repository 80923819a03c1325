package dev.dockline.shell.eval.call;

import dev.dockline.shell.eval.call.Expression.Call;
import dev.dockline.shell.eval.call.Expression.Literal;
import dev.dockline.shell.eval.call.Expression.Name;
import dev.dockline.shell.eval.call.Resolved.Given;
import dev.dockline.shell.eval.call.Resolved.Invoked;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the methods that an expression calls as the Java language has it (JLS 15.12.2): first without boxing, then with,
 * then with a variable number of arguments, the most special of several. Gives null for whatever takes more than that.
 */
record Resolver(Scope scope) {
    Resolved resolve(Expression expression) {
        if (expression instanceof Literal literal) {
            return new Given(literal.type(), literal.value());
        } else if (expression instanceof Name name) {
            return named(name.text());
        }
        return called((Call) expression);
    }

    private Resolved named(String name) {
        var variable = scope.variable(name);
        if (variable.isPresent() || scope.isDeclared(name)) {
            return variable.filter(known -> Types.isClear(known.type()))
                    .map(known -> new Given(known.type(), known.value()))
                    .orElse(null);
        }
        return scope.words().stream()
                .flatMap(words -> Arrays.stream(words.getFields()))
                .filter(field -> field.getName().equals(name) && Modifier.isStatic(field.getModifiers()))
                .findFirst()
                .map(Resolver::constant)
                .orElse(null);
    }

    private static Resolved constant(Field field) {
        try {
            return Modifier.isFinal(field.getModifiers()) && field.getType().isEnum()
                    ? new Given(field.getType(), field.get(null))
                    : null;
        } catch (IllegalAccessException notOurs) {
            return null;
        }
    }

    private Resolved called(Call call) {
        var owner = owner(call.receiver());
        var receiver = call.receiver() == null || owner != null ? null : resolve(call.receiver());
        if (receiver == null && owner == null && (call.receiver() != null || scope.isDeclared(call.name()))) {
            return null;
        }
        var arguments = arguments(call);
        var named = owner != null ? Stream.of(owner.getMethods()) : receiver == null ? words() : members(receiver);
        var method = arguments == null ? null : method(call.name(), named, arguments);
        if (method == null || Modifier.isStatic(method.getModifiers()) != (receiver == null)) {
            return null;
        }
        var type = Types.returned(method.getGenericReturnType(), receiver == null ? null : receiver.type());
        return type == null ? null : new Invoked(type, method, receiver, arguments, call.offset());
    }

    /** The class that a method is called on; null for all but the name of one. */
    private Class<?> owner(Expression receiver) {
        if (!(receiver instanceof Name name)
                || !Character.isUpperCase(name.text().charAt(0))
                || scope.isDeclared(name.text())
                || named(name.text()) != null) {
            return null;
        }
        var type = scope.type(name.text());
        return type != null && Modifier.isPublic(type.getModifiers()) ? type : null;
    }

    private List<Resolved> arguments(Call call) {
        var arguments = new ArrayList<Resolved>();
        for (var argument : call.arguments()) {
            var resolved = resolve(argument);
            if (resolved == null || resolved.type() == void.class) {
                return null;
            }
            arguments.add(resolved);
        }
        return arguments;
    }

    private Stream<Method> words() {
        return scope.words().stream().flatMap(words -> Stream.of(words.getMethods()));
    }

    private static Stream<Method> members(Resolved receiver) {
        var type = Types.raw(receiver.type());
        return type.isPrimitive() ? Stream.of() : Members.of(type).stream();
    }

    private static Method method(String name, Stream<Method> all, List<Resolved> arguments) {
        var named = all.filter(method -> method.getName().equals(name)).toList();
        var types = arguments.stream()
                .<Class<?>>map(argument -> Types.raw(argument.type()))
                .toList();
        return method(named, types);
    }

    private static Method method(Collection<Method> named, List<Class<?>> arguments) {
        for (var fits : List.<BiPredicate<Class<?>, Class<?>>>of(Types::isSubtype, Types::isConvertible)) {
            var applicable = named.stream()
                    .filter(method -> takes(method, arguments, fits))
                    .toList();
            if (!applicable.isEmpty()) {
                var found = mostSpecial(applicable);
                // An array for the last parameter is not gathered.
                return found == null || found.isVarArgs() ? null : found;
            }
        }
        var gathering =
                named.stream().filter(method -> gathers(method, arguments)).toList();
        return gathering.size() == 1 && isPlain(gathering.get(0)) ? usable(gathering.get(0)) : null;
    }

    private static boolean takes(Method method, List<Class<?>> arguments, BiPredicate<Class<?>, Class<?>> fits) {
        var parameters = method.getParameterTypes();
        return parameters.length == arguments.size()
                && IntStream.range(0, parameters.length).allMatch(i -> fits.test(arguments.get(i), parameters[i]));
    }

    private static boolean gathers(Method method, List<Class<?>> arguments) {
        var parameters = method.getParameterTypes();
        var fixed = parameters.length - 1;
        return method.isVarArgs()
                && arguments.size() >= fixed
                && IntStream.range(0, arguments.size())
                        .allMatch(i -> Types.isConvertible(
                                arguments.get(i), i < fixed ? parameters[i] : parameters[fixed].getComponentType()));
    }

    private static Method mostSpecial(List<Method> applicable) {
        for (var method : applicable) {
            boolean special = applicable.stream()
                    .allMatch(other -> takes(other, List.of(method.getParameterTypes()), Types::isSubtype));
            if (special) {
                return applicable.stream().allMatch(Resolver::isPlain) ? usable(method) : null;
            }
        }
        return null;
    }

    /** Whether its parameters are told by their classes alone. */
    private static boolean isPlain(Method method) {
        return method.getTypeParameters().length == 0
                && Stream.of(method.getGenericParameterTypes())
                        .allMatch(type -> type instanceof Class<?> plain && plain.getTypeParameters().length == 0);
    }

    private static Method usable(Method method) {
        // What a public class has from one that is not is as public.
        return Modifier.isPublic(method.getDeclaringClass().getModifiers()) || method.trySetAccessible()
                ? method
                : null;
    }
}
