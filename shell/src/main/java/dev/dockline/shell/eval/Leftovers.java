package dev.dockline.shell.eval;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/**
 * What JShell keeps of snippets that are over: it lists the classes of all of them in each compilation, and its compiler
 * knows each class that it ever saw, so that the ten-thousandth takes ten times as long as the first. Nothing is taken
 * out of it where the JDK does not allow a look inside ({@code --add-opens jdk.jshell/jdk.jshell=ALL-UNNAMED} and
 * {@code jdk.compiler/com.sun.tools.javac.api}), or keeps it otherwise.
 */
final class Leftovers {
    private static final int MANY = 500;

    private final Map<?, ?> compilers;
    private int removed;
    private final Map<String, ?> classes;
    private final Map<String, ?> tracked;
    private final Map<String, ?> wraps;
    private final Set<?> snippets;
    private final List<?> byIndex;
    private final Map<String, Set<Integer>> dependents;

    private Leftovers(Object jshell) throws ReflectiveOperationException {
        compilers = field(field(field(jshell, "taskFactory"), "javacTaskPool"), "options2Contexts");
        classes = field(field(field(jshell, "taskFactory"), "fileManager"), "classObjects");
        tracked = field(field(jshell, "classTracker"), "map");
        wraps = field(field(jshell, "outerMap"), "classOuters");
        var maps = field(jshell, "maps");
        snippets = field(maps, "snippets");
        byIndex = field(maps, "keyIndexToSnippet");
        dependents = field(maps, "dependencies");
    }

    /** Those of a JShell; null where they cannot be reached. */
    static Leftovers of(JShell jshell) {
        try {
            return new Leftovers(jshell);
        } catch (ReflectiveOperationException | RuntimeException unknownJdk) {
            return null;
        }
    }

    /** Takes out the classes of a snippet in whose place, and under whose key, one of the others stands now. */
    void removeReplaced(Snippet replaced, List<Snippet> others) {
        try {
            var name = className(replaced);
            for (var other : others) {
                // The same text again is the same class.
                if (className(other).equals(name)) return;
            }
            // The class itself, and those within it.
            if (classes instanceof NavigableMap<String, ?> sorted) {
                sorted.subMap(name, true, name + "$\uffff", true).clear();
            }
            if (++removed % MANY == 0) {
                // The next compilation makes a new one, which knows what it needs to.
                compilers.clear();
            }
            tracked.remove(name);
            wraps.remove(name.substring(name.lastIndexOf('.') + 1));
            snippets.remove(replaced);
        } catch (ReflectiveOperationException | RuntimeException otherJdk) {
            return;
        }
    }

    /** Takes out all of a snippet that nothing refers to any more. */
    void remove(Snippet snippet) {
        removeReplaced(snippet, List.of());
        try {
            var key = open(Snippet.class.getDeclaredMethod("key")).invoke(snippet);
            var index = (Integer) open(Class.forName("jdk.jshell.Key").getDeclaredMethod("index"))
                    .invoke(key);
            byIndex.set(index, null);
            dependents.values().forEach(some -> some.remove(index));
        } catch (ReflectiveOperationException | RuntimeException otherJdk) {
            return;
        }
    }

    private static String className(Snippet snippet) throws ReflectiveOperationException {
        return (String) open(Snippet.class.getDeclaredMethod("classFullName")).invoke(snippet);
    }

    @SuppressWarnings("unchecked")
    private static <T> T field(Object object, String name) throws ReflectiveOperationException {
        Field field = open(object.getClass().getDeclaredField(name));
        return (T) field.get(object);
    }

    private static <A extends AccessibleObject> A open(A member) {
        member.setAccessible(true);
        return member;
    }
}
