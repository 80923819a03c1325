package dev.dockline.embedded.program.shell;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.Paths;
import dev.dockline.embedded.program.Executable;
import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Kept;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Streams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The commands that change the shell itself. */
final class Builtins {
    @FunctionalInterface
    interface Builtin {
        int run(List<String> args, Streams streams) throws IOException, InterruptedException;
    }

    private static final int NOT_FOUND = 127;
    private static final int TERMINATED = 143;
    private static final Set<String> TOOLS = Set.of("[", "echo", "false", "kill", "printf", "test", "true");

    private final Process process;
    private final State state;
    private final Commands commands;

    Builtins(Process process, State state, Commands commands) {
        this.process = process;
        this.state = state;
        this.commands = commands;
    }

    /** Whether a tool is the shell's own too, as in busybox: it is there without a look for its file. */
    static boolean isTool(String name) {
        return TOOLS.contains(name);
    }

    private boolean isBuiltin(String name) {
        return isTool(name) || named(name) != null;
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
            case "command" -> this::command;
            case "type" -> this::type;
            case "return" ->
                (args, streams) -> {
                    throw new Control.Return(args.isEmpty() ? state.status : count(args));
                };
            case "local" -> this::local;
            case "readonly" -> this::readOnly;
            case "wait" -> this::await;
            case "trap" -> this::trap;
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
        var back = !args.isEmpty() && args.get(0).equals("-");
        var home = state.variables.getOrDefault("HOME", "/");
        var target = args.isEmpty() ? home : back ? state.variables.getOrDefault("OLDPWD", state.cwd) : args.get(0);
        try {
            var path = process.files().canonical(Paths.absolute(state.cwd, target));
            if (!process.files().stat(path).isDirectory())
                return wrong("cd: can't cd to " + target + ": Not a directory", streams);
            state.variables.put("OLDPWD", state.cwd);
            state.cwd = path;
            state.variables.put("PWD", path);
            return back ? print(path + "\n", streams) : 0;
        } catch (FileError e) {
            return wrong("cd: can't cd to " + target + ": " + e.getMessage(), streams);
        }
    }

    private int wrong(String message, Streams streams) throws IOException {
        commands.complain(message, streams);
        return 2;
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
            if (equals >= 0) state.set(name, arg.substring(equals + 1));
            state.exported.add(name);
        }
        return 0;
    }

    private int unset(List<String> args, Streams streams) {
        args.forEach(state.variables::remove);
        args.forEach(state.exported::remove);
        args.forEach(state.functions::remove);
        return 0;
    }

    private int set(List<String> args, Streams streams) throws IOException {
        if (args.isEmpty()) {
            for (var entry : state.variables.entrySet())
                print(entry.getKey() + "='" + entry.getValue() + "'\n", streams);
            return 0;
        }
        for (var i = 0; i < args.size(); i++) {
            var arg = args.get(i);
            if (arg.equals("--") || !arg.matches("[-+].+")) {
                state.args = new ArrayList<>(args.subList(arg.equals("--") ? i + 1 : i, args.size()));
                return 0;
            }
            var known = arg.substring(1).equals("o") ? named(args, ++i) : lettered(arg);
            if (!known) return wrong("set: illegal option " + args.get(Math.min(i, args.size() - 1)), streams);
        }
        return 0;
    }

    private boolean lettered(String arg) {
        return arg.chars().skip(1).allMatch(letter -> state.option((char) letter, arg.startsWith("-")));
    }

    private boolean named(List<String> args, int index) {
        var on = args.get(index - 1).startsWith("-");
        var name = index < args.size() ? args.get(index) : "";
        if (name.equals("pipefail")) state.pipesFail = on;
        var letter = Map.of("errexit", 'e', "noglob", 'f', "nounset", 'u', "xtrace", 'x')
                .get(name);
        return name.equals("pipefail") || letter != null && state.option(letter, on);
    }

    private int shift(List<String> args, Streams streams) throws IOException {
        var count = count(args);
        if (count > state.args.size()) return fail("shift: can't shift that many", streams);
        state.args = new ArrayList<>(state.args.subList(count, state.args.size()));
        return 0;
    }

    private int read(List<String> args, Streams streams) throws IOException {
        var raw = args.contains("-r");
        var names = args.stream().filter(arg -> !arg.equals("-r")).toList();
        var line = new Kept();
        var ended = readLine(streams, raw, line);
        var text = new InputLine(line.text(StandardCharsets.UTF_8), raw);
        if (names.isEmpty()) state.set("REPLY", text.whole());
        for (var i = 0; i < names.size(); i++)
            state.set(
                    names.get(i), i < names.size() - 1 ? text.next(state.separators()) : text.rest(state.separators()));
        return ended ? 0 : 1;
    }

    // Whether there was an end of a line; one behind a backslash is none.
    private static boolean readLine(Streams streams, boolean raw, Kept line) throws IOException {
        var escaped = false;
        for (var b = streams.in().read(); b >= 0; b = streams.in().read()) {
            if (b == '\n' && !escaped) return true;
            line.add(b);
            escaped = !raw && b == '\\' && !escaped;
        }
        return false;
    }

    private int source(List<String> args, Streams streams) throws IOException, InterruptedException {
        if (args.isEmpty()) return fail(".: filename argument required", streams);
        try {
            var text = process.files().readAll(Paths.absolute(state.cwd, args.get(0)));
            return commands.script(new String(text, StandardCharsets.UTF_8), streams);
        } catch (Control.Return back) {
            return back.number;
        } catch (FileError e) {
            throw new ExitException(2, ".: can't open '" + args.get(0) + "': " + e.getMessage());
        }
    }

    private int command(List<String> args, Streams streams) throws IOException, InterruptedException {
        if (args.isEmpty()) return 0;
        if (!args.get(0).equals("-v")) return commands.plain(args, List.of(), streams);
        var code = 0;
        for (var name : args.subList(1, args.size())) {
            var own = state.functions.containsKey(name) || isBuiltin(name);
            var found = own ? name : inPath(name);
            if (found == null) code = NOT_FOUND;
            else print(found + "\n", streams);
        }
        return code;
    }

    private String inPath(String name) throws IOException {
        return Executable.inPath(process.start().withEnv(state.environment()).withCwd(state.cwd), name)
                .orElse(null);
    }

    private int type(List<String> args, Streams streams) throws IOException {
        var code = 0;
        for (var name : args) {
            var path = inPath(name);
            if (state.functions.containsKey(name)) print(name + " is a shell function\n", streams);
            else if (isBuiltin(name)) print(name + " is a shell builtin\n", streams);
            else if (path != null) print(name + " is " + path + "\n", streams);
            else {
                print(name + ": not found\n", streams);
                code = NOT_FOUND;
            }
        }
        return code;
    }

    private int local(List<String> args, Streams streams) throws IOException {
        if (state.locals.isEmpty()) throw new ExitException(2, "local: not in a function");
        for (var arg : args) {
            var equals = arg.indexOf('=');
            var name = equals < 0 ? arg : arg.substring(0, equals);
            if (!state.locals.peek().containsKey(name)) state.locals.peek().put(name, state.variables.get(name));
            if (equals >= 0) state.set(name, arg.substring(equals + 1));
        }
        return 0;
    }

    private int readOnly(List<String> args, Streams streams) throws IOException {
        for (var arg : args) {
            var equals = arg.indexOf('=');
            if (equals >= 0) state.set(arg.substring(0, equals), arg.substring(equals + 1));
            state.readOnly.add(equals < 0 ? arg : arg.substring(0, equals));
        }
        return 0;
    }

    private int await(List<String> args, Streams streams) throws IOException, InterruptedException {
        if (args.isEmpty()) state.jobs.awaitAll();
        var code = 0;
        for (var arg : args) {
            if (!arg.matches("[0-9]{1,9}")) return wrong("wait: Illegal number: " + arg, streams);
            code = state.jobs.await(Integer.parseInt(arg));
            if (code == TERMINATED) process.guard(streams.err()).write("Terminated\n".getBytes(StandardCharsets.UTF_8));
            if (code == Process.KILLED) process.guard(streams.err()).write("Killed\n".getBytes(StandardCharsets.UTF_8));
        }
        return code;
    }

    private int trap(List<String> args, Streams streams) throws IOException {
        if (args.size() < 2) return 0;
        for (var signal : args.subList(1, args.size())) {
            if (!state.traps.set(process, signal, args.get(0)))
                return fail("trap: " + signal + ": invalid signal specification", streams);
        }
        return 0;
    }
}
