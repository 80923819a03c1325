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
 * {@code find [PATH]... [-maxdepth N] [-mindepth N]} and {@code -name PATTERN}, {@code -type f|d|l|p}, {@code -print},
 * {@code -print0}, {@code -printf FORMAT}, {@code -exec PROG ARGS ;} or {@code +}, with {@code !}, {@code -a}, {@code -o}
 * and brackets between.
 */
final class Find implements Program {
    /** A condition, or an action that is true. */
    @FunctionalInterface
    private interface Step {
        boolean test(String path, Stat stat) throws IOException;
    }

    private final List<Runnable> late = new ArrayList<>();
    private Process process;
    private List<String> words;
    private int at;
    private boolean acts;
    private int least;
    private int most = Integer.MAX_VALUE;
    private int code;

    @Override
    public int run(Process started) throws IOException {
        process = started;
        words = process.args();
        var paths = new ArrayList<String>();
        while (at < words.size() && !words.get(at).matches("-.*|[!()]")) paths.add(words.get(at++));
        Step wanted = at == words.size() ? (path, stat) -> true : either();
        if (at < words.size()) throw new ExitException(1, "unrecognized: " + words.get(at));
        Step step = acts ? wanted : (path, stat) -> wanted.test(path, stat) && print(path + "\n");
        for (var path : paths.isEmpty() ? List.of(".") : paths) walk(path, 0, step);
        late.forEach(Runnable::run);
        return code;
    }

    private boolean accept(String word) {
        var found = at < words.size() && words.get(at).equals(word);
        if (found) at++;
        return found;
    }

    private Step either() throws ExitException {
        var all = all();
        while (accept("-o") || accept("-or")) {
            var left = all;
            var right = all();
            all = (path, stat) -> left.test(path, stat) || right.test(path, stat);
        }
        return all;
    }

    private Step all() throws ExitException {
        var one = one();
        while (at < words.size() && !words.get(at).matches("-o|-or|\\)")) {
            if (accept("-a")) continue;
            var left = one;
            var right = one();
            one = (path, stat) -> left.test(path, stat) && right.test(path, stat);
        }
        return one;
    }

    private Step one() throws ExitException {
        if (accept("!") || accept("-not")) {
            var unwanted = one();
            return (path, stat) -> !unwanted.test(path, stat);
        }
        if (!accept("(")) return primary();
        var inner = either();
        if (!accept(")")) throw new ExitException(1, "unmatched '('");
        return inner;
    }

    private Step primary() throws ExitException {
        var word = at < words.size() ? words.get(at++) : "";
        switch (word) {
            case "-print":
                return act((path, stat) -> print(path + "\n"));
            case "-print0":
                return act((path, stat) -> print(path + "\0"));
            case "-exec":
                return exec();
            case "-name", "-type", "-printf", "-maxdepth", "-mindepth":
                if (at == words.size()) throw new ExitException(1, "option requires an argument: " + word);
                return condition(word, words.get(at++));
            default:
                throw new ExitException(1, "unrecognized: " + word);
        }
    }

    private Step act(Step action) {
        acts = true;
        return action;
    }

    private boolean print(String text) throws IOException {
        process.print(text);
        return true;
    }

    private Step condition(String option, String value) throws ExitException {
        switch (option) {
            case "-name":
                return (path, stat) -> Glob.matches(value, Paths.name(path));
            case "-type":
                if (!List.of("f", "d", "l", "p").contains(value))
                    throw new ExitException(1, "bad arg '" + value + "' to -type");
                return (path, stat) -> FindFormat.type(stat).equals(value);
            case "-printf":
                var format = new FindFormat(process.files(), value);
                return act((path, stat) -> print(format.of(path, stat)));
            case "-maxdepth":
                most = Integer.parseInt(value);
                break;
            default:
                least = Integer.parseInt(value);
        }
        return (path, stat) -> true;
    }

    private Step exec() throws ExitException {
        var from = at;
        for (; at < words.size(); at++) {
            var command = words.subList(from, at);
            if (words.get(at).equals(";")) {
                at++;
                return act((path, stat) -> Subcommand.run(process, with(command, path)) == 0);
            }
            if (words.get(at).equals("+") && words.get(at - 1).equals("{}")) {
                at++;
                return together(command.subList(0, command.size() - 1));
            }
        }
        throw new ExitException(1, "-exec: missing argument");
    }

    private static List<String> with(List<String> command, String path) {
        return command.stream().map(word -> word.replace("{}", path)).toList();
    }

    private Step together(List<String> command) {
        var argv = new ArrayList<>(command);
        late.add(() -> {
            try {
                if (argv.size() > command.size() && Subcommand.run(process, argv) != 0) code = 1;
            } catch (IOException e) {
                code = 1;
            }
        });
        return act((path, stat) -> argv.add(path));
    }

    private void walk(String path, int depth, Step step) throws IOException {
        try {
            process.checkpoint();
            var stat = process.files().lstat(process.path(path));
            if (depth >= least) step.test(path, stat);
            if (!stat.isDirectory() || depth >= most) return;
            for (var child : process.files().list(process.path(path))) walk(Paths.child(path, child), depth + 1, step);
        } catch (FileError e) {
            code = process.fail(path + ": " + e.getMessage());
        }
    }
}
