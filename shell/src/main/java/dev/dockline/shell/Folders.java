package dev.dockline.shell;

import dev.dockline.shell.script.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where a user's own files are, by the XDG rules. */
record Folders(Map<String, String> environment) {

    /** The file of the hashes of the projects' start-up scripts that the user trusts. */
    Path trusted() {
        return state().resolve("trusted");
    }

    private Path state() {
        return folder("XDG_STATE_HOME", ".local/state");
    }

    /** The file of the lines typed in earlier sessions, in a folder that is made if need be. */
    Path history() throws IOException {
        var folder = state();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException(folder + " cannot be made", e);
        }
        return folder.resolve("history");
    }

    /** Every script in the start-up folder, in the order of their names. */
    List<Script> startupScripts() throws IOException {
        var scripts = new ArrayList<Script>();
        var folder = folder("XDG_CONFIG_HOME", ".config").resolve("startup");
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (var file : files.filter(f -> f.toString().endsWith(".jsh"))
                        .sorted()
                        .toList()) {
                    scripts.add(Script.file(file.toString()));
                }
            }
        }
        return scripts;
    }

    /** Java itself asks the user database, but what people set is HOME. */
    private Path home() {
        return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
    }

    /** A relative path in such a variable counts as none, as the rules say. */
    private Path folder(String variable, String otherwise) {
        var named = environment.getOrDefault(variable, "");
        var base = named.startsWith("/") ? Path.of(named) : home().resolve(otherwise);
        return base.resolve("dockline");
    }
}
