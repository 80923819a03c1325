package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.Paths;
import dev.dockline.embedded.fs.Stat;
import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import dev.dockline.embedded.program.shell.Glob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code find [PATH]... [-maxdepth N] [-mindepth N]} and, one after the other, {@code -name PATTERN}, {@code -type
 * f|d|l|p}, {@code -print}, {@code -print0}, {@code -printf FORMAT}, {@code -exec PROG ARGS ;} or {@code +}.
 */
final class Find implements Program {
    /** A condition, or an action that is true. */
    @FunctionalInterface
    private interface Step {
        boolean test(String path, Stat stat) throws IOException;
    }

    private final List<Step> steps = new ArrayList<>();
    private final List<Runnable> late = new ArrayList<>();
    private Process process;
    private boolean acts;
    private int least;
    private int most = Integer.MAX_VALUE;
    private int code;

    @Override
    public int run(Process started) throws IOException {
        process = started;
        var args = process.args();
        var paths = new ArrayList<String>();
        var i = 0;
        for (; i < args.size() && !args.get(i).startsWith("-"); i++) paths.add(args.get(i));
        while (i < args.size()) i = step(args, i);
        if (!acts) steps.add((path, stat) -> print(path + "\n"));
        for (var path : paths.isEmpty() ? List.of(".") : paths) walk(path, 0);
        late.forEach(Runnable::run);
        return code;
    }

    /** Takes an expression from the arguments; where the next one begins. */
    private int step(List<String> args, int at) throws ExitException {
        var option = args.get(at);
        switch (option) {
            case "-print" -> act((path, stat) -> print(path + "\n"));
            case "-print0" -> act((path, stat) -> print(path + "\0"));
            case "-exec" -> {
                return exec(args, at + 1);
            }
            default -> {
                if (at + 1 == args.size()) throw new ExitException(1, "option requires an argument: " + option);
                condition(option, args.get(at + 1));
                return at + 2;
            }
        }
        return at + 1;
    }

    private void act(Step action) {
        acts = true;
        steps.add(action);
    }

    private boolean print(String text) throws IOException {
        process.print(text);
        return true;
    }

    private void condition(String option, String value) throws ExitException {
        switch (option) {
            case "-name" -> steps.add((path, stat) -> Glob.matches(value, Paths.name(path)));
            case "-type" -> {
                if (!List.of("f", "d", "l", "p").contains(value))
                    throw new ExitException(1, "bad arg '" + value + "' to -type");
                steps.add((path, stat) -> FindFormat.type(stat).equals(value));
            }
            case "-printf" -> {
                var format = new FindFormat(process.files(), value);
                act((path, stat) -> print(format.of(path, stat)));
            }
            case "-maxdepth" -> most = Integer.parseInt(value);
            case "-mindepth" -> least = Integer.parseInt(value);
            default -> throw new ExitException(1, "unrecognized: " + option);
        }
    }

    private int exec(List<String> args, int from) throws ExitException {
        for (var end = from; end < args.size(); end++) {
            var command = args.subList(from, end);
            if (args.get(end).equals(";")) {
                act((path, stat) -> Subcommand.run(process, with(command, path)) == 0);
                return end + 1;
            }
            if (args.get(end).equals("+") && args.get(end - 1).equals("{}")) {
                together(command.subList(0, command.size() - 1));
                return end + 1;
            }
        }
        throw new ExitException(1, "-exec: missing argument");
    }

    private static List<String> with(List<String> command, String path) {
        return command.stream().map(word -> word.replace("{}", path)).toList();
    }

    private void together(List<String> command) {
        var argv = new ArrayList<>(command);
        act((path, stat) -> argv.add(path));
        late.add(() -> {
            try {
                if (argv.size() > command.size() && Subcommand.run(process, argv) != 0) code = 1;
            } catch (IOException e) {
                code = 1;
            }
        });
    }

    private void walk(String path, int depth) throws IOException {
        try {
            process.checkpoint();
            var stat = process.files().lstat(process.path(path));
            if (depth >= least) visit(path, stat);
            if (!stat.isDirectory() || depth >= most) return;
            for (var child : process.files().list(process.path(path))) walk(Paths.child(path, child), depth + 1);
        } catch (FileError e) {
            code = process.fail(path + ": " + e.getMessage());
        }
    }

    private void visit(String path, Stat stat) throws IOException {
        for (var step : steps) {
            if (!step.test(path, stat)) return;
        }
    }
}
