package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** {@code gzip [-cdfk] [FILE]...}, and by other names {@code gunzip} and {@code zcat}. */
final class Gzip implements Program {
    private static final String ENDING = ".gz";

    private Options options;
    private boolean undo;
    private boolean toOutput;

    @Override
    public int run(Process process) throws IOException {
        options = Options.of(process, "cdfk123456789");
        undo = options.has('d') || !process.name().equals("gzip");
        toOutput = options.has('c') || process.name().equals("zcat");
        if (options.operands().isEmpty()) {
            pass(process, process.in(), process.out());
            return 0;
        }
        var code = 0;
        for (var operand : options.operands()) code |= one(process, operand);
        return code;
    }

    private int one(Process process, String operand) throws IOException {
        var path = process.path(operand);
        if (undo && !toOutput && !operand.endsWith(ENDING)) return process.fail(operand + ": unknown suffix - ignored");
        var target = undo ? path.substring(0, Math.max(0, path.length() - ENDING.length())) : path + ENDING;
        try (var in = process.files().read(path)) {
            if (toOutput) {
                pass(process, in, process.out());
                return 0;
            }
            if (process.files().exists(target) && !options.has('f'))
                return process.fail("can't open '"
                        + (undo ? operand.substring(0, operand.length() - ENDING.length()) : operand + ENDING)
                        + "': File exists");
            try (var out = process.files().write(target, false)) {
                pass(process, in, out);
            }
        } catch (FileError e) {
            return process.fail(operand + ": " + e.getMessage());
        }
        if (!options.has('k')) process.files().unlink(path);
        return 0;
    }

    private void pass(Process process, InputStream in, OutputStream out) throws IOException {
        if (undo) {
            process.copy(new GZIPInputStream(new BufferedInputStream(in)), out);
            return;
        }
        var zipped = new GZIPOutputStream(out);
        process.copy(in, zipped);
        zipped.finish();
    }
}
