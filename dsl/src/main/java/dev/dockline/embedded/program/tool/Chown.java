package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.Paths;
import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code chown [-R] USER[:GROUP] FILE...} */
final class Chown implements Program {
    @Override
    public int run(Process process) throws IOException {
        var options = Options.of(process, "Rh");
        var operands = options.operands(2);
        var owners = Owners.of(process.files());
        var parts = operands.get(0).split(":", 2);
        var uid = parts[0].isEmpty() ? Integer.valueOf(-1) : owners.userId(parts[0]);
        var gid = parts.length < 2 || parts[1].isEmpty() ? Integer.valueOf(-1) : owners.groupId(parts[1]);
        if (uid == null) throw new ExitException(1, "unknown user " + parts[0]);
        if (gid == null) throw new ExitException(1, "unknown group " + parts[1]);
        var code = 0;
        for (var operand : operands.subList(1, operands.size()))
            code |= change(process, uid, gid, operand, options.has('R'));
        return code;
    }

    private static int change(Process process, int uid, int gid, String operand, boolean recursive) throws IOException {
        try {
            var path = process.path(operand);
            var stat = process.files().lstat(path);
            process.files().chown(path, uid, gid);
            if (!recursive || !stat.isDirectory()) return 0;
            var code = 0;
            for (var child : process.files().list(path))
                code |= change(process, uid, gid, Paths.child(operand, child), true);
            return code;
        } catch (FileError e) {
            return process.fail(operand + ": " + e.getMessage());
        }
    }
}
