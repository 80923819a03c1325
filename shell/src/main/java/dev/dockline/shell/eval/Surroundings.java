package dev.dockline.shell.eval;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every snippet may use.
 *
 * @param packages those whose classes need no package before their names
 * @param words classes whose static members need no class before their names
 * @param classes one class of each folder or jar that snippets compile against, beside the JDK
 */
public record Surroundings(Set<String> packages, List<Class<?>> words, List<Class<?>> classes) {
    private static final Pattern PACKAGE = Pattern.compile("(?<![\\w.])((?:[a-z]\\w*\\.)+)(?=[A-Z])");

    /** Copies the lists. */
    public Surroundings {
        packages = Set.copyOf(packages);
        words = List.copyOf(words);
        classes = List.copyOf(classes);
    }

    /** The import declarations, each on a line. */
    String imports() {
        return Stream.concat(
                        packages.stream().sorted().map("import %s.*;\n"::formatted),
                        words.stream().map(type -> "import static %s.*;\n".formatted(type.getCanonicalName())))
                .collect(Collectors.joining());
    }

    /** The class of a simple name; null where there is none, or more than one. */
    Class<?> type(String name) {
        var found = Stream.concat(packages.stream(), Stream.of("java.lang"))
                .map(place -> place + "." + name)
                .flatMap(Surroundings::named)
                .toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    private static Stream<Class<?>> named(String fullName) {
        try {
            return Stream.of(Class.forName(fullName, false, Surroundings.class.getClassLoader()));
        } catch (ClassNotFoundException | NoClassDefFoundError none) {
            return Stream.empty();
        }
    }

    /** The name of a type without the packages that it does not need. */
    String shortened(String fullName) {
        return PACKAGE.matcher(fullName).replaceAll(match -> {
            var found = match.group(1).substring(0, match.group(1).length() - 1);
            return packages.contains(found) || found.equals("java.lang") ? "" : match.group();
        });
    }
}
