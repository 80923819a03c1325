package dev.dockline.shell.prompt;

import dev.dockline.shell.prompt.Names.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jline.reader.Candidate;

/** Offers, within a string, what the argument that it is may be: names on the engine, paths of this host. */
final class StringCompleter {
    private static final int MOST_FILES = 500;
    private static final Map<String, Kind> FIRST = Map.of(
            "container", Kind.CONTAINER,
            "link", Kind.CONTAINER,
            "volumesFrom", Kind.CONTAINER,
            "image", Kind.IMAGE,
            "volume", Kind.VOLUME,
            "network", Kind.NETWORK,
            "connect", Kind.NETWORK,
            "disconnect", Kind.NETWORK);
    private static final Set<String> PATHS = Set.of(
            "backup", "restore", "save", "load", "build", "buildIfMissing", "bind", "copyTo", "envFile", "here", "of");

    private StringCompleter() {}

    /** Adds what may stand in the place of what was typed so far. */
    static void complete(Argument argument, String typed, boolean closed, List<Candidate> candidates) {
        var kind = argument.index() == 0 ? FIRST.get(argument.method()) : null;
        var quote = closed ? "" : "\"";
        if (kind != null) {
            for (var name : Names.of(kind)) {
                candidates.add(
                        new Candidate(name.text() + quote, name.text(), kind.plural, name.about(), null, null, false));
            }
        } else if (PATHS.contains(argument.method()) && argument.index() == 0) {
            files(typed, candidates);
        }
    }

    /** Adds the files that a path may go on to. */
    static void files(String typed, List<Candidate> candidates) {
        var head = typed.substring(0, typed.lastIndexOf('/') + 1);
        var folder = Path.of(head.startsWith("~/") ? System.getProperty("user.home") + head.substring(1) : head);
        try (var files = Files.list(head.isEmpty() ? Path.of(".") : folder)) {
            files.limit(MOST_FILES).sorted().forEach(file -> {
                var name = file.getFileName().toString() + (Files.isDirectory(file) ? "/" : "");
                candidates.add(new Candidate(head + name, name, "files", null, null, null, false));
            });
        } catch (IOException e) {
            // A folder that is not there, or not to be read, has nothing to offer.
        }
    }
}
