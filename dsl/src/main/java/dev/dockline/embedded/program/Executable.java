package dev.dockline.embedded.program;

import dev.dockline.embedded.fs.Access;
import dev.dockline.embedded.fs.Errno;
import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.FileView;
import dev.dockline.embedded.fs.Layer;
import dev.dockline.embedded.fs.Paths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A program found for a command, and the words it is run with. */
public record Executable(Program program, List<String> argv) {
    private static final int MOST_INTERPRETERS = 4;

    /** A file that may be run but holds nothing this engine can run. */
    public static final class BadFormat extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient String path;

        BadFormat(String path) {
            super("exec format error");
            this.path = path;
        }

        public String path() {
            return path;
        }
    }

    /** Looks a command up as execvp does. Fails with ENOENT, EACCES or BadFormat. */
    public static Executable find(Programs programs, Process.Start start) throws IOException {
        return find(programs, start, start.argv(), MOST_INTERPRETERS);
    }

    private static Executable find(Programs programs, Process.Start start, List<String> argv, int depth)
            throws IOException {
        var path = path(start, argv.get(0));
        var line = firstLine(start.files(), path);
        var own = Layer.program(line);
        if (own != null) return own(programs, own, path, argv);
        if (!line.startsWith("#!") || depth == 0) throw new BadFormat(path);
        var words = new ArrayList<>(List.of(line.substring(2).strip().split("\\s+", 2)));
        words.add(path);
        words.addAll(argv.subList(1, argv.size()));
        return find(programs, start, words, depth - 1);
    }

    private static Executable own(Programs programs, String name, String path, List<String> argv) throws BadFormat {
        var program = programs.named(name);
        if (program == null) throw new BadFormat(path);
        return new Executable(program, argv);
    }

    /** The first match in the search path. */
    public static Optional<String> inPath(Process.Start start, String command) throws IOException {
        for (var folder : start.env().getOrDefault("PATH", "").split(":")) {
            var candidate = Paths.child(Paths.absolute(start.cwd(), folder), command);
            if (isExecutable(start.files(), candidate)) return Optional.of(candidate);
        }
        return Optional.empty();
    }

    private static String path(Process.Start start, String command) throws IOException {
        if (!command.contains("/")) return inPath(start, command).orElseThrow(() -> Errno.ENOENT.on(command));
        var path = Paths.absolute(start.cwd(), command);
        if (!isExecutable(start.files(), path)) {
            var there = start.files().exists(path);
            throw there ? Errno.EACCES.on(command) : Errno.ENOENT.on(command);
        }
        return path;
    }

    private static boolean isExecutable(FileView files, String path) throws IOException {
        try {
            var stat = files.stat(path);
            return stat.isRegular() && Access.EXECUTE.allowed(files, stat);
        } catch (FileError e) {
            return false;
        }
    }

    private static String firstLine(FileView files, String path) throws IOException {
        try (var in = files.read(path)) {
            var head = new String(in.readNBytes(256), StandardCharsets.ISO_8859_1);
            var end = head.indexOf('\n');
            return end < 0 ? head : head.substring(0, end);
        }
    }
}
