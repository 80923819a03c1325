package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;

/** {@code tee [-a] [FILE]...} */
final class Tee implements Program {
    @Override
    public int run(Process process) throws IOException {
        var options = Options.of(process, "a");
        var outputs = new ArrayList<OutputStream>();
        var code = 0;
        for (var operand : options.operands()) {
            try {
                outputs.add(process.files().write(process.path(operand), options.has('a')));
            } catch (FileError e) {
                code = process.fail(operand + ": " + e.getMessage());
            }
        }
        try {
            var buffer = new byte[8192];
            for (var count = process.in().read(buffer);
                    count >= 0;
                    count = process.in().read(buffer)) {
                process.out().write(buffer, 0, count);
                for (var out : outputs) out.write(buffer, 0, count);
            }
        } finally {
            for (var out : outputs) out.close();
        }
        return code;
    }
}
