package dev.dockline.embedded.program.shell;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Kept;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code sh} and {@code bash}: a script from {@code -c}, from a file, or line by line from standard input. */
public final class Sh implements Program {
    private static final int SYNTAX = 2;
    private static final int INT = 2;

    @Override
    public int run(Process process) throws IOException, InterruptedException {
        var args = new ArrayList<>(process.args());
        var letters = new StringBuilder();
        var interactive = process.start().tty();
        var command = false;
        while (!args.isEmpty() && args.get(0).matches("-[a-z]+")) {
            for (var option : args.remove(0).substring(1).toCharArray()) {
                switch (option) {
                    case 'c' -> command = true;
                    case 'e', 'f', 'u', 'x' -> letters.append(option);
                    case 'i' -> interactive = true;
                    case 'l' -> {
                        // A login shell would read /etc/profile; the images have none.
                    }
                    default -> throw new ExitException(SYNTAX, "illegal option -" + option);
                }
            }
        }
        if (command && args.isEmpty()) throw new ExitException(SYNTAX, "-c requires an argument");
        if (command) return script(process, args.get(0), arguments(process, args), letters);
        if (!args.isEmpty()) return script(process, file(process, args.get(0)), args, letters);
        var state = state(process, List.of(process.start().argv().get(0)), letters);
        return new Session(process, state, interactive, new AtomicBoolean()).run();
    }

    private static List<String> arguments(Process process, List<String> args) {
        return args.size() > 1
                ? args.subList(1, args.size())
                : List.of(process.start().argv().get(0));
    }

    private static State state(Process process, List<String> nameAndArgs, CharSequence letters) {
        var args = new ArrayList<>(nameAndArgs.subList(1, nameAndArgs.size()));
        var state = new State(nameAndArgs.get(0), args, process.env(), process.cwd(), process.pid());
        state.variables.put("PWD", process.cwd());
        letters.chars().forEach(letter -> state.option((char) letter, true));
        return state;
    }

    private static int script(Process process, String text, List<String> nameAndArgs, CharSequence letters)
            throws IOException, InterruptedException {
        var interpreter = new Interpreter(process, state(process, nameAndArgs, letters));
        try {
            return interpreter.script(text, process.streams());
        } catch (SyntaxError e) {
            throw new ExitException(SYNTAX, e.getMessage());
        }
    }

    private static String file(Process process, String name) throws IOException {
        try {
            return new String(process.files().readAll(process.path(name)), StandardCharsets.UTF_8);
        } catch (FileError e) {
            throw new ExitException(SYNTAX, "can't open '" + name + "': " + e.getMessage());
        }
    }

    /** Commands as they come in, each run when it is complete. */
    private record Session(Process process, State state, boolean interactive, AtomicBoolean hit) {
        int run() throws IOException, InterruptedException {
            var interpreter = new Interpreter(process, state);
            var pending = new StringBuilder();
            var thread = Thread.currentThread();
            if (interactive)
                process.onSignal(INT, () -> {
                    hit.set(true);
                    thread.interrupt();
                });
            while (true) {
                prompt(
                        pending.length() > 0
                                ? "> "
                                : state.cwd + (process.files().uid() == 0 ? " # " : " $ "));
                var line = line();
                if (line == null) {
                    farewell();
                    return end(pending);
                }
                pending.append(line).append('\n');
                try {
                    interpreter.run(Parser.parse(pending.toString()), process.streams());
                } catch (SyntaxError e) {
                    if (e.isIncomplete()) continue;
                    process.complain(e.getMessage());
                    state.status = SYNTAX;
                    if (!interactive) return SYNTAX;
                } catch (Control control) {
                    if (control instanceof Control.Exit) {
                        farewell();
                        return control.number;
                    }
                    state.status = control.number;
                } catch (InterruptedException | InterruptedIOException e) {
                    if (!hit.getAndSet(false) || process.table().isKilled()) throw e;
                    Thread.interrupted();
                    state.status = Process.INTERRUPTED;
                } catch (ExitException e) {
                    process.complain(e.getMessage());
                    if (!interactive) return e.code();
                }
                pending.setLength(0);
            }
        }

        private int end(StringBuilder pending) throws IOException {
            if (pending.length() == 0) return state.status;
            process.complain("syntax error: unexpected end of file");
            return SYNTAX;
        }

        // As bash does; busybox's sh goes in silence.
        private void farewell() throws IOException {
            if (interactive && process.name().equals("bash"))
                process.err().write("exit\n".getBytes(StandardCharsets.UTF_8));
        }

        private void prompt(String text) throws IOException {
            if (interactive) process.err().write(text.getBytes(StandardCharsets.UTF_8));
        }

        // Byte by byte: what follows the line belongs to the commands it runs.
        private String line() throws IOException {
            var bytes = new Kept();
            for (var b = process.in().read(); b != '\n'; b = process.in().read()) {
                if (b < 0) return bytes.size() == 0 ? null : bytes.text(StandardCharsets.UTF_8);
                bytes.add(b);
            }
            return bytes.text(StandardCharsets.UTF_8);
        }
    }
}
