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

/** {@code find [PATH]... [-name PATTERN] [-type f|d|l] [-maxdepth N] [-mindepth N]} */
final class Find implements Program {
    private String name = "*";
    private String type = "";
    private int least;
    private int most = Integer.MAX_VALUE;

    @Override
    public int run(Process process) throws IOException {
        var args = process.args();
        var paths = new ArrayList<String>();
        var i = 0;
        for (; i < args.size() && !args.get(i).startsWith("-"); i++) paths.add(args.get(i));
        for (; i < args.size(); i += 2) condition(args.get(i), i + 1 < args.size() ? args.get(i + 1) : null);
        var code = 0;
        for (var path : paths.isEmpty() ? List.of(".") : paths) code |= walk(process, path, 0);
        return code;
    }

    private void condition(String option, String value) throws ExitException {
        if (option.equals("-print") && value == null) return;
        if (value == null) throw new ExitException(1, "option requires an argument: " + option);
        switch (option) {
            case "-name" -> name = value;
            case "-type" -> type = value;
            case "-maxdepth" -> most = Integer.parseInt(value);
            case "-mindepth" -> least = Integer.parseInt(value);
            default -> throw new ExitException(1, "unrecognized: " + option);
        }
    }

    private int walk(Process process, String path, int depth) throws IOException {
        try {
            process.checkpoint();
            var stat = process.files().lstat(process.path(path));
            if (depth >= least && Glob.matches(name, Paths.name(path)) && isWanted(stat)) process.println(path);
            if (!stat.isDirectory() || depth >= most) return 0;
            var code = 0;
            for (var child : process.files().list(process.path(path)))
                code |= walk(process, Paths.child(path, child), depth + 1);
            return code;
        } catch (FileError e) {
            return process.fail(path + ": " + e.getMessage());
        }
    }

    private boolean isWanted(Stat stat) throws ExitException {
        return switch (type) {
            case "" -> true;
            case "f" -> stat.isRegular();
            case "d" -> stat.isDirectory();
            case "l" -> stat.isLink();
            case "p" -> stat.isFifo();
            default -> throw new ExitException(1, "bad arg '" + type + "' to -type");
        };
    }
}
