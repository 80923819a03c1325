package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.Paths;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code ln [-sf] TARGET LINK} */
final class Ln implements Program {
    @Override
    public int run(Process process) throws IOException {
        var options = Options.of(process, "sf");
        var operands = options.operands(1);
        if (operands.size() == 1) operands = java.util.List.of(operands.get(0), Paths.name(operands.get(0)));
        if (operands.size() > 2) return process.fail("too many arguments");
        var target = operands.get(0);
        var link = operands.get(1);
        if (process.files().isDirectory(process.path(link))) link = Paths.child(link, Paths.name(target));
        var path = process.path(link);
        try {
            if (options.has('f') && process.files().exists(path))
                process.files().unlink(path);
            if (options.has('s')) process.files().symlink(target, path);
            else process.files().link(process.path(target), path);
            return 0;
        } catch (FileError e) {
            return process.fail(link + ": " + e.getMessage());
        }
    }
}
