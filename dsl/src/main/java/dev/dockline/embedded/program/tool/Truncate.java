package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code truncate [-c] -s SIZE FILE...}, sizes with K, M or G. */
final class Truncate implements Program {
    @Override
    public int run(Process process) throws IOException {
        var options = Options.of(process, "cs:");
        if (!options.has('s')) throw new ExitException(1, "usage: truncate [-c] -s SIZE FILE...");
        var size = size(options.value('s', ""));
        var code = 0;
        for (var operand : options.operands(1)) {
            var path = process.path(operand);
            try {
                if (options.has('c') && !process.files().exists(path)) continue;
                process.files().write(path, true).close();
                process.files().setSize(path, size);
            } catch (FileError e) {
                code = process.fail(operand + ": open: " + e.getMessage());
            }
        }
        return code;
    }

    private static long size(String text) throws ExitException {
        if (!text.matches("[0-9]{1,15}[kKMG]?")) throw new ExitException(1, "invalid number '" + text + "'");
        var unit = text.replaceAll("[0-9]", "");
        var shift = unit.isEmpty() ? 0 : 10 * (1 + "KMG".indexOf(unit.replace('k', 'K')));
        return Long.parseLong(text.replaceAll("[kKMG]", "")) << shift;
    }
}
