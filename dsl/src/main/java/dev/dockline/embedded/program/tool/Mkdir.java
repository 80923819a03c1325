package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code mkdir [-p] [-m MODE] DIRECTORY...} */
final class Mkdir implements Program {
    @Override
    public int run(Process process) throws IOException {
        var options = Options.of(process, "pm:");
        var code = 0;
        for (var operand : options.operands(1)) {
            try {
                var path = process.path(operand);
                if (options.has('p')) process.files().mkdirs(path);
                else process.files().mkdir(path);
                if (options.has('m')) process.files().chmod(path, Modes.parse(options.value('m', ""), 0777));
            } catch (FileError e) {
                code = process.fail("can't create directory '" + operand + "': " + e.getMessage());
            }
        }
        return code;
    }
}
