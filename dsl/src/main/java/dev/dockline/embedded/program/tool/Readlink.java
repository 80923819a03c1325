package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code readlink [-f] FILE} */
final class Readlink implements Program {
    @Override
    public int run(Process process) throws IOException {
        var options = Options.of(process, "f");
        var path = process.path(options.operands(1).get(0));
        try {
            if (options.has('f')) {
                process.println(process.files().canonical(path));
                return 0;
            }
            var stat = process.files().lstat(path);
            if (!stat.isLink()) return 1;
            process.println(stat.target());
            return 0;
        } catch (FileError e) {
            return 1;
        }
    }
}
