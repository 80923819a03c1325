package dev.dockline.shell.prompt;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The documentation of Dockline's own methods, out of the sources in its jar, as plain text. */
final class Javadoc {
    private static final Pattern INLINE = Pattern.compile("\\{@(?:code|link|linkplain|literal|value) ([^}]*)}");
    private static final Map<Class<?>, Map<String, String>> READ = new ConcurrentHashMap<>();

    private Javadoc() {}

    /** Empty where there is none, as for the classes of the JDK. */
    static String of(Method method) {
        return READ.computeIfAbsent(method.getDeclaringClass(), Javadoc::read)
                .getOrDefault(key(method.getName(), types(method)), "");
    }

    /** Its first sentence alone. */
    static String sentence(Method method) {
        return of(method).replaceFirst("(?s)\\.\\s.*", ".");
    }

    private static List<String> types(Method method) {
        var types = new ArrayList<String>();
        for (var parameter : method.getParameters()) {
            types.add(parameter.getType().getSimpleName().replaceFirst("\\[\\]$", ""));
        }
        return types;
    }

    private static String key(String name, List<String> types) {
        return name + types;
    }

    private static Map<String, String> read(Class<?> type) {
        var path = "/META-INF/sources/" + type.getName().replace('.', '/') + ".java";
        try (var in = type.getResourceAsStream(path)) {
            return in == null ? Map.of() : parsed(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Map.of();
        }
    }

    private static Map<String, String> parsed(String source) throws IOException {
        var file = new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        var task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, problem -> {}, List.of("-proc:none"), null, List.of(file));
        var trees = DocTrees.instance(task);
        var found = new ConcurrentHashMap<String, String>();
        var scanner = new TreePathScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void nothing) {
                var comment = trees.getDocComment(getCurrentPath());
                if (comment != null) {
                    found.putIfAbsent(key(method.getName().toString(), types(method)), plain(comment));
                }
                return super.visitMethod(method, nothing);
            }
        };
        for (var unit : task.parse()) {
            scanner.scan(unit, null);
        }
        return found;
    }

    private static List<String> types(MethodTree method) {
        return method.getParameters().stream()
                .map(parameter -> parameter.getType().toString().replaceAll("<.*>|\\[\\]$|\\.\\.\\.$", ""))
                .map(type -> type.substring(type.lastIndexOf('.') + 1))
                .toList();
    }

    private static String plain(String comment) {
        var text = INLINE.matcher(comment).replaceAll("$1").replaceAll("(?m)^ ", "");
        var paragraphs = text.replaceAll("\\s*<p>\\s*", "\n\n").replaceAll("</?[a-z]+>", "");
        return paragraphs
                .replaceAll("(?m)^@throws (?:[\\w.]*\\.)?(\\w+)", "Throws $1")
                .replaceAll("(?m)^@param (\\w+)", "$1:")
                .replaceAll("(?m)^@return", "Returns")
                .strip();
    }
}
