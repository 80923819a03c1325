package dev.dockline.embedded.program.shell;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.FileView;
import dev.dockline.embedded.fs.Paths;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Patterns of file names: {@code *}, {@code ?}, {@code [a-z]}; a backslash takes the next character as it is. */
public final class Glob {
    private Glob() {}

    static boolean isPattern(String pattern) {
        for (var i = 0; i < pattern.length(); i++) {
            var c = pattern.charAt(i);
            if (c == '\\') i++;
            else if (c == '*' || c == '?' || c == '[') return true;
        }
        return false;
    }

    /** The paths that match, sorted; none if nothing does. */
    static List<String> expand(FileView files, String cwd, String pattern) throws IOException {
        var found = List.of(pattern.startsWith("/") ? "/" : "");
        for (var part : pattern.split("/")) {
            if (part.isEmpty()) continue;
            var next = new ArrayList<String>();
            for (var base : found) children(files, cwd, base, part, next);
            found = next;
        }
        return found;
    }

    private static void children(FileView files, String cwd, String base, String part, List<String> found)
            throws IOException {
        if (!isPattern(part)) {
            var path = join(base, plain(part));
            if (files.exists(Paths.absolute(cwd, path))) found.add(path);
            return;
        }
        try {
            for (var name : files.list(Paths.absolute(cwd, base.isEmpty() ? "." : base))) {
                var hidden = name.startsWith(".") && !part.startsWith(".");
                if (!hidden && matches(part, name)) found.add(join(base, name));
            }
        } catch (FileError e) {
            // A folder that may not be listed, or is none, has no children that match.
        }
    }

    private static String join(String base, String name) {
        return base.isEmpty() || base.endsWith("/") ? base + name : base + "/" + name;
    }

    private static String plain(String pattern) {
        return pattern.replaceAll("\\\\(.)", "$1");
    }

    public static boolean matches(String pattern, String text) {
        return matches(pattern, 0, text, 0);
    }

    private static boolean matches(String pattern, int p, String text, int t) {
        while (p < pattern.length()) {
            var c = pattern.charAt(p);
            if (c == '*') return star(pattern, p + 1, text, t);
            if (t == text.length()) return false;
            var end = c == '[' ? classEnd(pattern, p) : -1;
            if (end > 0) {
                if (!inClass(pattern.substring(p + 1, end), text.charAt(t))) return false;
                p = end;
            } else if (c != '?') {
                if (c == '\\' && p + 1 < pattern.length()) c = pattern.charAt(++p);
                if (c != text.charAt(t)) return false;
            }
            p++;
            t++;
        }
        return t == text.length();
    }

    private static boolean star(String pattern, int p, String text, int t) {
        for (var i = t; i <= text.length(); i++) {
            if (matches(pattern, p, text, i)) return true;
        }
        return false;
    }

    private static int classEnd(String pattern, int start) {
        var from = start + 1;
        if (from < pattern.length() && (pattern.charAt(from) == '!' || pattern.charAt(from) == '^')) from++;
        return pattern.indexOf(']', from + 1);
    }

    private static boolean inClass(String members, char c) {
        var negated = members.startsWith("!") || members.startsWith("^");
        var found = false;
        for (var i = negated ? 1 : 0; i < members.length(); i++) {
            var first = members.charAt(i);
            var range = i + 2 < members.length() && members.charAt(i + 1) == '-';
            found |= range ? c >= first && c <= members.charAt(i + 2) : c == first;
            if (range) i += 2;
        }
        return found != negated;
    }
}
