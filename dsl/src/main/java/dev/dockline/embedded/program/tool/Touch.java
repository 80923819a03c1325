package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.time.Instant;

/** {@code touch [-c] FILE...} */
final class Touch implements Program {
    @Override
    public int run(Process process) throws IOException {
        var options = Options.of(process, "c");
        var code = 0;
        for (var operand : options.operands(1)) {
            var path = process.path(operand);
            try {
                if (process.files().exists(path)) process.files().setModified(path, Instant.now());
                else if (!options.has('c')) process.files().write(path, true).close();
            } catch (FileError e) {
                code = process.fail(operand + ": " + e.getMessage());
            }
        }
        return code;
    }
}
