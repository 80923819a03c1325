package dev.dockline.embedded.program.shell;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.Paths;
import dev.dockline.embedded.program.Executable;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The commands that change the shell itself. */
final class Builtins {
    @FunctionalInterface
    interface Builtin {
        int run(List<String> args, Streams streams) throws IOException, InterruptedException;
    }

    private final Process process;
    private final State state;
    private final Commands commands;

    Builtins(Process process, State state, Commands commands) {
        this.process = process;
        this.state = state;
        this.commands = commands;
    }

    Builtin named(String name) {
        return switch (name) {
            case ":" -> (args, streams) -> 0;
            case "cd" -> this::cd;
            case "pwd" -> (args, streams) -> print(state.cwd + "\n", streams);
            case "exit" -> this::exit;
            case "export" -> this::export;
            case "unset" -> this::unset;
            case "set" -> this::set;
            case "shift" -> this::shift;
            case "read" -> this::read;
            case "eval" -> (args, streams) -> commands.script(String.join(" ", args), streams);
            case "exec" -> (args, streams) -> args.isEmpty() ? 0 : commands.exec(args, streams);
            case ".", "source" -> this::source;
            case "command", "type" -> this::type;
            case "break" ->
                (args, streams) -> {
                    throw new Control.Break(count(args));
                };
            case "continue" ->
                (args, streams) -> {
                    throw new Control.Continue(count(args));
                };
            default -> null;
        };
    }

    private int print(String text, Streams streams) throws IOException {
        process.guard(streams.out()).write(text.getBytes(StandardCharsets.UTF_8));
        return 0;
    }

    private int fail(String message, Streams streams) throws IOException {
        commands.complain(message, streams);
        return 1;
    }

    private static int count(List<String> args) {
        return args.isEmpty() ? 1 : Integer.parseInt(args.get(0));
    }

    private int cd(List<String> args, Streams streams) throws IOException {
        var target = args.isEmpty() ? state.variables.getOrDefault("HOME", "/") : args.get(0);
        if (target.equals("-")) target = state.variables.getOrDefault("OLDPWD", state.cwd);
        try {
            var path = process.files().canonical(Paths.absolute(state.cwd, target));
            if (!process.files().stat(path).isDirectory())
                return fail("cd: can't cd to " + target + ": Not a directory", streams);
            state.variables.put("OLDPWD", state.cwd);
            state.cwd = path;
            state.variables.put("PWD", path);
            return 0;
        } catch (FileError e) {
            return fail("cd: can't cd to " + target + ": " + e.getMessage(), streams);
        }
    }

    private int exit(List<String> args, Streams streams) throws IOException {
        if (args.isEmpty()) throw new Control.Exit(state.status);
        if (!args.get(0).matches("[0-9]+")) {
            commands.complain("exit: Illegal number: " + args.get(0), streams);
            throw new Control.Exit(2);
        }
        throw new Control.Exit(Integer.parseInt(args.get(0)));
    }

    private int export(List<String> args, Streams streams) throws IOException {
        if (args.isEmpty()) {
            for (var entry : state.environment().entrySet())
                print("export " + entry.getKey() + "='" + entry.getValue() + "'\n", streams);
        }
        for (var arg : args) {
            var equals = arg.indexOf('=');
            var name = equals < 0 ? arg : arg.substring(0, equals);
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) return fail("export: " + arg + ": bad variable name", streams);
            if (equals >= 0) state.variables.put(name, arg.substring(equals + 1));
            state.exported.add(name);
        }
        return 0;
    }

    private int unset(List<String> args, Streams streams) {
        args.forEach(state.variables::remove);
        args.forEach(state.exported::remove);
        return 0;
    }

    private int set(List<String> args, Streams streams) throws IOException {
        if (args.isEmpty()) {
            for (var entry : state.variables.entrySet())
                print(entry.getKey() + "='" + entry.getValue() + "'\n", streams);
            return 0;
        }
        if (args.get(0).equals("--")) {
            state.args = new ArrayList<>(args.subList(1, args.size()));
            return 0;
        }
        for (var arg : args) {
            if (!arg.equals("-e") && !arg.equals("+e")) return fail("set: illegal option " + arg, streams);
            state.exitOnError = arg.equals("-e");
        }
        return 0;
    }

    private int shift(List<String> args, Streams streams) throws IOException {
        var count = count(args);
        if (count > state.args.size()) return fail("shift: can't shift that many", streams);
        state.args = new ArrayList<>(state.args.subList(count, state.args.size()));
        return 0;
    }

    private int read(List<String> args, Streams streams) throws IOException {
        var names = args.stream().filter(arg -> !arg.equals("-r")).toList();
        var line = new ByteArrayOutputStream();
        int b;
        for (b = streams.in().read(); b >= 0 && b != '\n'; b = streams.in().read()) line.write(b);
        var values = line.toString(StandardCharsets.UTF_8).strip().split("[ \t]+", Math.max(1, names.size()));
        for (var i = 0; i < names.size(); i++) state.variables.put(names.get(i), i < values.length ? values[i] : "");
        if (names.isEmpty()) state.variables.put("REPLY", line.toString(StandardCharsets.UTF_8));
        return b < 0 ? 1 : 0;
    }

    private int source(List<String> args, Streams streams) throws IOException, InterruptedException {
        if (args.isEmpty()) return fail(".: filename argument required", streams);
        try {
            var text = process.files().readAll(Paths.absolute(state.cwd, args.get(0)));
            return commands.script(new String(text, StandardCharsets.UTF_8), streams);
        } catch (FileError e) {
            return fail(".: can't open '" + args.get(0) + "': " + e.getMessage(), streams);
        }
    }

    private int type(List<String> args, Streams streams) throws IOException {
        var names = args.stream()
                .filter(arg -> !Arrays.asList("-v", "-V").contains(arg))
                .toList();
        var code = 0;
        for (var name : names) {
            var found = named(name) != null
                    ? name
                    : Executable.inPath(
                                    process.start().withEnv(state.environment()).withCwd(state.cwd), name)
                            .orElse(null);
            if (found == null) code = 127;
            else print(found + "\n", streams);
        }
        return code;
    }
}
