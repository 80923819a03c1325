package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.Paths;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.util.List;

/** {@code du [-sh] [FILE]...}, in kilobytes. */
final class Du implements Program {
    @Override
    public int run(Process process) throws IOException {
        var options = Options.of(process, "shk");
        var code = 0;
        for (var operand : options.operands().isEmpty() ? List.of(".") : options.operands()) {
            try {
                measure(process, options, operand, true);
            } catch (FileError e) {
                code = process.fail(operand + ": " + e.getMessage());
            }
        }
        return code;
    }

    private static long measure(Process process, Options options, String path, boolean top) throws IOException {
        process.checkpoint();
        var stat = process.files().lstat(process.path(path));
        var size = stat.isLink() ? 0 : (stat.size() + 4095) / 4096 * 4;
        if (!stat.isDirectory()) {
            if (top) print(process, options, size, path);
            return size;
        }
        for (var child : process.files().list(process.path(path)))
            size += measure(process, options, Paths.child(path, child), false);
        if (top || !options.has('s')) print(process, options, size, path);
        return size;
    }

    private static void print(Process process, Options options, long size, String path) throws IOException {
        process.println((options.has('h') ? Sizes.human(size * 1024) : String.valueOf(size)) + "\t" + path);
    }
}
