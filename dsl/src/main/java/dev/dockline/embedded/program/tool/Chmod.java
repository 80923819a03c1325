package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.Paths;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code chmod [-R] MODE FILE...} */
final class Chmod implements Program {
    @Override
    public int run(Process process) throws IOException {
        var options = Options.of(process, "R");
        var operands = options.operands(2);
        var code = 0;
        for (var operand : operands.subList(1, operands.size()))
            code |= change(process, operands.get(0), operand, options.has('R'));
        return code;
    }

    private static int change(Process process, String mode, String operand, boolean recursive) throws IOException {
        try {
            var path = process.path(operand);
            var stat = process.files().stat(path);
            process.files().chmod(path, Modes.parse(mode, stat.permissions()));
            if (!recursive || !stat.isDirectory()) return 0;
            var code = 0;
            for (var child : process.files().list(path))
                code |= change(process, mode, Paths.child(operand, child), true);
            return code;
        } catch (FileError e) {
            return process.fail(operand + ": " + e.getMessage());
        }
    }
}
