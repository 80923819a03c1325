package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code rmdir DIRECTORY...} */
final class Rmdir implements Program {
    @Override
    public int run(Process process) throws IOException {
        var code = 0;
        for (var operand : Options.of(process, "").operands(1)) {
            try {
                process.files().rmdir(process.path(operand));
            } catch (FileError e) {
                code = process.fail("'" + operand + "': " + e.getMessage());
            }
        }
        return code;
    }
}
