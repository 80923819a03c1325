package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code cat [FILE]...} */
final class Cat implements Program {
    @Override
    public int run(Process process) throws IOException {
        var files = Options.of(process, "").operands();
        if (files.isEmpty()) process.copy(process.in(), process.out());
        var code = 0;
        for (var file : files) {
            if (file.equals("-")) {
                process.copy(process.in(), process.out());
                continue;
            }
            try (var in = process.files().read(process.path(file))) {
                process.copy(in, process.out());
            } catch (FileError e) {
                var verb = e.errno() == dev.dockline.embedded.fs.Errno.EISDIR ? "read error: " : "";
                code = process.fail(
                        verb.isEmpty() ? "can't open '" + file + "': " + e.getMessage() : verb + e.getMessage());
            }
        }
        return code;
    }
}
