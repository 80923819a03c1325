package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.Stat;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code mkfifo [-m MODE] NAME...}: a file of that type; what is written into it stays until it is read as from a file. */
final class Mkfifo implements Program {
    @Override
    public int run(Process process) throws IOException {
        var options = Options.of(process, "m:");
        var mode = options.has('m') ? Modes.parse(options.value('m', ""), 0666) : 0644;
        var code = 0;
        for (var operand : options.operands(1)) {
            try {
                process.files().special(process.path(operand), Stat.FIFO | mode);
            } catch (FileError e) {
                code = process.fail(operand + ": " + e.getMessage());
            }
        }
        return code;
    }
}
