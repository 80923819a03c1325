package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.Errno;
import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.Paths;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code rm [-rRf] FILE...} */
final class Rm implements Program {
    @Override
    public int run(Process process) throws IOException {
        var options = Options.of(process, "rRf");
        var force = options.has('f');
        if (!force) options.operands(1);
        var code = 0;
        for (var operand : options.operands()) {
            if (remove(process, operand, options.has('r') || options.has('R'), force) != 0) code = 1;
        }
        return code;
    }

    private static int remove(Process process, String operand, boolean recursive, boolean force) throws IOException {
        try {
            var stat = process.files().lstat(process.path(operand));
            if (!stat.isDirectory()) {
                process.files().unlink(process.path(operand));
                return 0;
            }
            if (!recursive) return process.fail("'" + operand + "' is a directory");
            var code = 0;
            for (var child : process.files().list(process.path(operand)))
                code |= remove(process, Paths.child(operand, child), true, force);
            process.files().rmdir(process.path(operand));
            return code;
        } catch (FileError e) {
            if (force && e.errno() == Errno.ENOENT) return 0;
            return process.fail("can't remove '" + operand + "': " + e.getMessage());
        }
    }
}
