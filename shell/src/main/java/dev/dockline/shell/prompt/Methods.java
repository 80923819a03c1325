package dev.dockline.shell.prompt;

import dev.dockline.Dockline;
import dev.dockline.shell.eval.Evaluator;
import dev.dockline.shell.eval.Words;
import dev.dockline.shell.eval.call.Members;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The methods that a name at the prompt may stand for. */
record Methods(Evaluator evaluator) {
    private static final List<String> PACKAGES = List.of(
            "", "dev.dockline.", "java.lang.", "java.util.", "java.util.stream.", "java.nio.file.", "java.time.");

    /** Those of exactly that name, the shortest first. */
    List<Method> named(Member member) {
        return all(member)
                .filter(method -> method.getName().equals(member.name()))
                .sorted(Comparator.comparingInt(Method::getParameterCount))
                .toList();
    }

    /** All that can be called there. */
    Stream<Method> all(Member member) {
        if (member.receiver().isEmpty()) {
            return Stream.concat(
                            Arrays.stream(Dockline.class.getDeclaredMethods()),
                            Arrays.stream(Words.class.getDeclaredMethods()))
                    .filter(method -> Modifier.isPublic(method.getModifiers()));
        }
        return evaluator
                .typeOf(member.receiver())
                .flatMap(Methods::type)
                .map(Methods::of)
                .orElseGet(Stream::empty);
    }

    // JShell leaves out what a class has from one that is not public, as a container its nouns.
    static Stream<Method> of(Class<?> type) {
        return Members.of(type).stream().filter(method -> !Modifier.isStatic(method.getModifiers()));
    }

    /** Each name once, as far as it begins as the member does, with the bracket that comes next. */
    List<String> texts(Member member) {
        var texts = new TreeMap<String, String>();
        all(member)
                .filter(method -> method.getName().startsWith(member.name()))
                .forEach(method -> texts.merge(
                        method.getName(),
                        method.getName() + (method.getParameterCount() == 0 ? "()" : "("),
                        (one, other) -> one.equals(other) ? one : method.getName() + "("));
        return List.copyOf(texts.values());
    }

    private static Optional<Class<?>> type(String name) {
        var raw = name.replaceAll("<.*", "");
        for (var place : PACKAGES) {
            try {
                return Optional.of(Class.forName(place + raw));
            } catch (ClassNotFoundException e) {
                // Perhaps in the next one.
            }
        }
        return Optional.empty();
    }

    /** What it takes and gives: {@code (String file, While paused) Archive}. */
    static String signature(Method method) {
        var parameters = new ArrayList<String>();
        for (var parameter : method.getParameters()) {
            var type = parameter.getParameterizedType().getTypeName().replaceAll("[\\w.$]*[.$](\\w+)", "$1");
            var shown = parameter.isVarArgs() ? type.replaceFirst("\\[\\]$", "...") : type;
            parameters.add(parameter.isNamePresent() ? shown + " " + parameter.getName() : shown);
        }
        return parameters.stream().collect(Collectors.joining(", ", "(", ") "))
                + method.getReturnType().getSimpleName();
    }
}
