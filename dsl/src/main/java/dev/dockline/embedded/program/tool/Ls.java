package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.Paths;
import dev.dockline.embedded.fs.Stat;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code ls [-1aAdlnhtrFp] [FILE]...}, sorted by name, one a line. */
final class Ls implements Program {
    @Override
    public int run(Process process) throws IOException {
        var options = Options.of(process, "1aAdlnhtrRFp");
        if (options.has('R')) throw new dev.dockline.embedded.program.ExitException(1, "unrecognized option: R");
        var operands = options.operands().isEmpty() ? List.of(".") : options.operands();
        var files = new ArrayList<String>();
        var folders = new ArrayList<String>();
        var code = 0;
        for (var operand : operands) {
            try {
                var path = process.path(operand);
                var stat = options.has('l')
                        ? process.files().lstat(path)
                        : process.files().stat(path);
                (stat.isDirectory() && !options.has('d') ? folders : files).add(operand);
            } catch (FileError e) {
                code = process.fail(operand + ": " + e.getMessage());
            }
        }
        files.sort(null);
        folders.sort(null);
        print(process, options, "", files);
        for (var folder : folders) {
            if (operands.size() > 1)
                process.println((files.isEmpty() && folder == folders.get(0) ? "" : "\n") + folder + ":");
            code = Math.max(code, folder(process, options, folder));
        }
        return code;
    }

    private static int folder(Process process, Options options, String folder) throws IOException {
        try {
            var names = new ArrayList<String>();
            if (options.has('a')) names.addAll(List.of(".", ".."));
            for (var name : process.files().list(process.path(folder))) {
                if (options.has('a') || options.has('A') || !name.startsWith(".")) names.add(name);
            }
            print(process, options, folder, names);
            return 0;
        } catch (FileError e) {
            return process.fail("can't open '" + folder + "': " + e.getMessage());
        }
    }

    private record Line(String name, Stat stat) {}

    private static void print(Process process, Options options, String folder, List<String> names) throws IOException {
        var lines = new ArrayList<Line>();
        for (var name : names) {
            var path = process.path(folder.isEmpty() ? name : Paths.child(folder, name));
            lines.add(new Line(name, process.files().lstat(path)));
        }
        if (options.has('t')) lines.sort((a, b) -> b.stat.modified().compareTo(a.stat.modified()));
        if (options.has('r')) java.util.Collections.reverse(lines);
        var isLong = options.has('l') || options.has('n');
        if (isLong && !folder.isEmpty())
            process.println("total "
                    + lines.stream().mapToLong(line -> blocks(line.stat)).sum());
        for (var line : lines) process.println(isLong ? describe(process, options, line) : mark(options, line));
    }

    private static long blocks(Stat stat) {
        return stat.isLink() ? 0 : (stat.size() + 4095) / 4096 * 4;
    }

    private static String mark(Options options, Line line) {
        return (options.has('F') || options.has('p')) && line.stat.isDirectory() ? line.name + "/" : line.name;
    }

    private static String describe(Process process, Options options, Line line) {
        var stat = line.stat;
        var owners = options.has('n') ? Owners.NUMBERS : Owners.of(process.files());
        return String.format(
                "%s %4d %-8s %-8s %9s %s %s",
                stat.symbolic(),
                stat.links(),
                owners.user(stat.uid()),
                owners.group(stat.gid()),
                options.has('h') ? Sizes.human(stat.size()) : String.valueOf(stat.size()),
                Sizes.time(stat.modified()),
                stat.isLink() ? line.name + " -> " + stat.target() : mark(options, line));
    }
}
