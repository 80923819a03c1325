package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.Errno;
import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.Paths;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code mv [-f] SOURCE... TARGET} */
final class Mv implements Program {
    @Override
    public int run(Process process) throws IOException {
        var operands = Options.of(process, "f").operands(2);
        var target = operands.get(operands.size() - 1);
        var intoFolder = process.files().isDirectory(process.path(target));
        if (operands.size() > 2 && !intoFolder) return process.fail("target '" + target + "' is not a directory");
        var code = 0;
        for (var source : operands.subList(0, operands.size() - 1))
            code |= move(process, source, intoFolder ? Paths.child(target, Paths.name(source)) : target);
        return code;
    }

    private static int move(Process process, String source, String target) throws IOException {
        try {
            process.files().rename(process.path(source), process.path(target));
            return 0;
        } catch (FileError e) {
            if (e.errno() == Errno.EXDEV) return across(process, source, target);
            return process.fail("can't rename '" + source + "': " + e.getMessage());
        }
    }

    private static int across(Process process, String source, String target) throws IOException {
        var code = new Cp.Copy(process, true, true).copy(source, target);
        if (code == 0) delete(process, process.path(source));
        return code;
    }

    private static void delete(Process process, String path) throws IOException {
        if (!process.files().lstat(path).isDirectory()) {
            process.files().unlink(path);
            return;
        }
        for (var child : process.files().list(path)) delete(process, Paths.child(path, child));
        process.files().rmdir(path);
    }
}
