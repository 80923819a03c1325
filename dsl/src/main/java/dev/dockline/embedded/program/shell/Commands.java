package dev.dockline.embedded.program.shell;

import dev.dockline.embedded.fs.Errno;
import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.Paths;
import dev.dockline.embedded.program.Executable;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Streams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs one command: what the shell does itself, or a program of the container. */
final class Commands {
    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;

    private final Process process;
    private final State state;
    private final Interpreter interpreter;
    private final Builtins builtins;

    Commands(Process process, State state, Interpreter interpreter) {
        this.process = process;
        this.state = state;
        this.interpreter = interpreter;
        this.builtins = new Builtins(process, state, this);
    }

    int run(List<String> words, List<String[]> values, Streams streams) throws IOException, InterruptedException {
        var function = state.functions.get(words.get(0));
        if (function == null) return plain(words, values, streams);
        for (var value : values) state.set(value[0], value[1]);
        return interpreter.call(function, words.subList(1, words.size()), streams);
    }

    /** Runs a command that is no function. */
    int plain(List<String> words, List<String[]> values, Streams streams) throws IOException, InterruptedException {
        var builtin = builtins.named(words.get(0));
        if (builtin == null) return program(words, values, streams);
        for (var value : values) state.set(value[0], value[1]);
        return builtin.run(words.subList(1, words.size()), streams);
    }

    int script(String text, Streams streams) throws IOException, InterruptedException {
        return interpreter.run(Parser.parse(text), streams);
    }

    private int program(List<String> words, List<String[]> values, Streams streams) throws IOException {
        var start = start(words, values, streams);
        var tool = Builtins.isTool(words.get(0)) ? process.table().programs().named(words.get(0)) : null;
        var found = tool == null ? find(start, streams) : new Found(new Executable(tool, words), 0);
        if (found.executable() == null) return found.code();
        var child =
                new Process(process.table(), start.withArgv(found.executable().argv()));
        var code = child.run(found.executable().program());
        if (child.isInterrupted()) throw new Control.Interrupted();
        return code;
    }

    /** Runs a program in the shell's own place; the shell ends with it. */
    int exec(List<String> words, Streams streams) throws IOException {
        var start = start(words, List.of(), streams);
        var found = find(start, streams);
        if (found.executable() == null) throw new Control.Exit(found.code());
        throw new Control.Exit(process.become(
                start.withArgv(found.executable().argv()), found.executable().program()));
    }

    private Process.Start start(List<String> words, List<String[]> values, Streams streams) {
        var env = state.environment();
        values.forEach(value -> env.put(value[0], value[1]));
        return process.start().withArgv(words).withEnv(env).withCwd(state.cwd).withStreams(streams);
    }

    private record Found(Executable executable, int code) {}

    private Found find(Process.Start start, Streams streams) throws IOException {
        var command = start.argv().get(0);
        try {
            return new Found(Executable.find(process.table().programs(), start), 0);
        } catch (Executable.BadFormat e) {
            return script(e.path(), start, streams);
        } catch (FileError e) {
            var missing = e.errno() == Errno.ENOENT;
            complain(missing ? notFound(command) : command + ": " + e.getMessage(), streams);
            return new Found(null, missing ? NOT_FOUND : NOT_EXECUTABLE);
        }
    }

    // A text without an interpreter's name is a script for this shell; anything else this engine cannot run.
    private Found script(String path, Process.Start start, Streams streams) throws IOException {
        var text = process.files().readAll(path);
        for (var b : text) {
            if (b != 0) continue;
            complain(
                    start.argv().get(0) + ": Exec format error (the embedded engine runs its own programs only)",
                    streams);
            return new Found(null, NOT_EXECUTABLE);
        }
        var words = new java.util.ArrayList<>(List.of(process.start().argv().get(0), path));
        words.addAll(start.argv().subList(1, start.argv().size()));
        return new Found(new Executable(new Sh(), words), 0);
    }

    private String notFound(String command) {
        return isBash() && !command.contains("/") ? command + ": command not found" : command + ": not found";
    }

    private boolean isBash() {
        return Paths.name(state.name).equals("bash");
    }

    void complain(String message, Streams streams) throws IOException {
        var line = Paths.name(state.name) + ": " + message + "\n";
        process.guard(streams.err()).write(line.getBytes(StandardCharsets.UTF_8));
    }
}
