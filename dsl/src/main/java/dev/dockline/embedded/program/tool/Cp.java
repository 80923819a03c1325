package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.Paths;
import dev.dockline.embedded.fs.Stat;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code cp [-rRapf] SOURCE... TARGET} */
final class Cp implements Program {
    @Override
    public int run(Process process) throws IOException {
        var options = Options.of(process, "rRapfd");
        var operands = options.operands(2);
        var target = operands.get(operands.size() - 1);
        var intoFolder = process.files().isDirectory(process.path(target));
        if (operands.size() > 2 && !intoFolder) return process.fail("target '" + target + "' is not a directory");
        var copy = new Copy(
                process,
                options.has('r') || options.has('R') || options.has('a'),
                options.has('p') || options.has('a'));
        var code = 0;
        for (var source : operands.subList(0, operands.size() - 1))
            code |= copy.copy(source, intoFolder ? Paths.child(target, Paths.name(source)) : target);
        return code;
    }

    /** Copies trees; {@code mv} uses it between file systems. */
    record Copy(Process process, boolean recursive, boolean preserving) {
        int copy(String source, String target) throws IOException {
            try {
                var from = process.path(source);
                var stat = recursive
                        ? process.files().lstat(from)
                        : process.files().stat(from);
                if (stat.isDirectory()) return folder(source, target, stat);
                var to = process.path(target);
                if (stat.isLink()) link(stat, to);
                else file(from, to, stat);
                if (preserving) preserve(to, stat);
                return 0;
            } catch (FileError e) {
                var missing = e.errno() == dev.dockline.embedded.fs.Errno.ENOENT
                        && e.path().equals(process.path(source));
                return process.fail(
                        missing
                                ? "can't stat '" + source + "': " + e.getMessage()
                                : "can't create '" + target + "': " + e.getMessage());
            }
        }

        private int folder(String source, String target, Stat stat) throws IOException {
            if (!recursive) return process.fail("omitting directory '" + source + "'");
            var to = process.path(target);
            var present = process.files().isDirectory(to);
            if (!present) process.files().mkdir(to);
            var code = 0;
            for (var child : process.files().list(process.path(source)))
                code |= copy(Paths.child(source, child), Paths.child(target, child));
            if (!present) process.files().chmod(to, stat.permissions());
            if (preserving) preserve(to, stat);
            return code;
        }

        private void link(Stat stat, String to) throws IOException {
            if (process.files().exists(to)) process.files().unlink(to);
            process.files().symlink(stat.target(), to);
        }

        private void file(String from, String to, Stat stat) throws IOException {
            var present = process.files().exists(to);
            try (var in = process.files().read(from);
                    var out = process.files().write(to, false)) {
                process.copy(in, out);
            }
            if (!present) process.files().chmod(to, stat.permissions());
        }

        private void preserve(String to, Stat stat) throws IOException {
            if (process.files().uid() == 0) process.files().chown(to, stat.uid(), stat.gid());
            if (stat.isLink()) return;
            process.files().chmod(to, stat.permissions());
            process.files().setModified(to, stat.modified());
        }
    }
}
