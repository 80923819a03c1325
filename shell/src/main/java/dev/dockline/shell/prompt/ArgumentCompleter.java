package dev.dockline.shell.prompt;

import dev.dockline.shell.prompt.Names.Kind;
import dev.dockline.state.ContainerState;
import dev.dockline.state.PublishedPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jline.reader.Candidate;

/** Offers what an argument may be: names on the engine, paths of this host and of containers, published ports. */
final class ArgumentCompleter {
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
    private static final Set<String> HOST_PATHS = Set.of(
            "backup", "restore", "save", "load", "build", "buildIfMissing", "bind", "copyTo", "envFile", "here", "of");
    private static final Map<String, Integer> CONTAINER_PATHS = Map.of("files", 0, "copyFrom", 0, "copyTo", 1);
    private static final Set<String> PORTS = Set.of("port", "url");

    private final Handles handles;
    private final ContainerPaths paths = new ContainerPaths();

    ArgumentCompleter(Handles handles) {
        this.handles = handles;
    }

    /** Adds what may stand in the place of what was typed so far of a string. */
    void string(Argument argument, String typed, boolean closed, List<Candidate> candidates) {
        var method = argument.call().name();
        var kind = argument.index() == 0 ? FIRST.get(method) : null;
        if (kind != null) {
            names(kind, closed ? "" : "\"", candidates);
        } else if (CONTAINER_PATHS.getOrDefault(method, -1) == argument.index()) {
            handles.of(argument.call().receiver()).ifPresent(container -> files(container, typed, candidates));
        } else if (HOST_PATHS.contains(method) || method.equals("copyFrom")) {
            files(typed, candidates);
        }
    }

    /** Whether numbers are known that the argument may be. */
    boolean hasNumbers(Argument argument) {
        return PORTS.contains(argument.call().name())
                && handles.of(argument.call().receiver()).isPresent();
    }

    /** Adds the ports that a container publishes, where one of them is asked for. */
    void number(Argument argument, List<Candidate> candidates) {
        if (PORTS.contains(argument.call().name())) {
            handles.of(argument.call().receiver()).stream()
                    .flatMap(container -> container.ports().stream())
                    .filter(PublishedPort::published)
                    .forEach(port -> candidates.add(new Candidate(
                            port.container() + ")", "" + port.container(), "ports", "" + port, null, null, false)));
        }
    }

    private static void names(Kind kind, String quote, List<Candidate> candidates) {
        for (var name : Names.of(kind)) {
            candidates.add(
                    new Candidate(name.text() + quote, name.text(), kind.plural, name.about(), null, null, false));
        }
    }

    /** Adds the files of this host that a path may go on to. */
    static void files(String typed, List<Candidate> candidates) {
        var head = head(typed);
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

    private void files(ContainerState container, String typed, List<Candidate> candidates) {
        var mounts = new HashSet<String>();
        for (var mount : container.mounts()) {
            var path = mount.destination();
            mounts.add(path);
            candidates.add(new Candidate(path, path, "mounts", mount.type(), null, null, false));
        }
        var head = head(typed);
        if (head.startsWith("/")) {
            paths.in(container, head).stream()
                    .filter(name -> !mounts.contains(head + name.replaceFirst("/$", "")))
                    .limit(MOST_FILES)
                    .forEach(name -> candidates.add(
                            new Candidate(head + name, name, "files of " + container.name(), null, null, null, false)));
        }
    }

    private static String head(String typed) {
        return typed.substring(0, typed.lastIndexOf('/') + 1);
    }
}
