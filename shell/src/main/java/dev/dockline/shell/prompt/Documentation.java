package dev.dockline.shell.prompt;

import dev.dockline.Container;
import dev.dockline.Containers;
import dev.dockline.Image;
import dev.dockline.Images;
import dev.dockline.Network;
import dev.dockline.Networks;
import dev.dockline.Volume;
import dev.dockline.Volumes;
import dev.dockline.view.Paragraphs;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is to read of methods: how they are called, and their Javadoc. */
record Documentation(Methods methods) {
    private static final int INDENT = 4;
    private static final List<Class<?>> HANDLES = List.of(
            Container.class,
            Containers.class,
            Volume.class,
            Volumes.class,
            Network.class,
            Networks.class,
            Image.class,
            Images.class);

    /** That of the methods a member names; empty if there are none. */
    String of(Member member, int width) {
        return text(methods.named(member), width);
    }

    /** That of a word of the prompt and all that may follow it, or else of a method of the handles; empty if none. */
    String of(String name, int width) {
        var words = methods.named(new Member("", name));
        if (words.isEmpty()) {
            return text(ofHandles(name), width);
        }
        var follows = words.get(0).getReturnType();
        return text(words, width) + (HANDLES.contains(follows) ? names(follows, width) : "");
    }

    private static List<Method> ofHandles(String name) {
        return HANDLES.stream()
                .flatMap(handle ->
                        Methods.of(handle).filter(method -> method.getName().equals(name)))
                .distinct()
                .toList();
    }

    private static String names(Class<?> handle, int width) {
        return Stream.of("Declaration", handle.getSimpleName())
                .map(declaring -> Methods.of(handle)
                        .filter(method ->
                                method.getDeclaringClass().getSimpleName().equals(declaring))
                        .map(Method::getName)
                        .filter(name -> !JavaCompleter.OF_EVERY_OBJECT.contains(name))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .filter(names -> !names.isEmpty())
                .map(names -> "\n" + wrapped(names, width).indent(INDENT))
                .collect(Collectors.joining());
    }

    private static String text(List<Method> found, int width) {
        var text = new StringBuilder();
        for (var method : found) {
            text.append(method.getName()).append(Methods.signature(method)).append('\n');
            var documented = Javadoc.of(method);
            text.append(documented.isEmpty() ? "" : wrapped(documented, width).indent(INDENT));
        }
        return text.toString();
    }

    private static String wrapped(String text, int width) {
        return Paragraphs.wrapped(text, Math.max(20, width - INDENT - 1));
    }
}
