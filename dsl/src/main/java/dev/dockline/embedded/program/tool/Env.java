package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.Executable;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.util.LinkedHashMap;

/** {@code env [-i] [-u NAME] [NAME=VALUE]... [PROG ARGS]} */
final class Env implements Program {
    @Override
    public int run(Process process) throws IOException {
        var env = new LinkedHashMap<>(process.env());
        var args = process.args();
        for (; !args.isEmpty(); args = args.subList(1, args.size())) {
            var arg = args.get(0);
            if (arg.equals("-i") || arg.equals("-")) env.clear();
            else if (arg.startsWith("-u") && arg.length() > 2) env.remove(arg.substring(2));
            else if (arg.startsWith("-")) return process.fail("unrecognized option: " + arg.substring(1));
            else if (arg.indexOf('=') > 0)
                env.put(arg.substring(0, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1));
            else return run(process, process.start().withArgv(args).withEnv(env));
        }
        for (var entry : env.entrySet()) process.println(entry.getKey() + "=" + entry.getValue());
        return 0;
    }

    private static int run(Process process, Process.Start start) throws IOException {
        try {
            var path = process.env().getOrDefault("PATH", "");
            var looking = new LinkedHashMap<>(start.env());
            looking.putIfAbsent("PATH", path);
            var found = Executable.find(process.table().programs(), start.withEnv(looking));
            return process.become(start.withArgv(found.argv()), found.program());
        } catch (dev.dockline.embedded.fs.FileError e) {
            process.complain("can't execute '" + start.argv().get(0) + "': " + e.getMessage());
            return e.errno() == dev.dockline.embedded.fs.Errno.ENOENT ? 127 : 126;
        }
    }
}
