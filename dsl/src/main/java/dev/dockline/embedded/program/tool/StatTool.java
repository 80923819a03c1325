package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.Stat;
import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** {@code stat -c FORMAT FILE...}: %n %s %a %A %u %U %g %G %F %Y %y %N %h %i. */
final class StatTool implements Program {
    private static final DateTimeFormatter MODIFIED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.nnnnnnnnn xxxx");

    @Override
    public int run(Process process) throws IOException {
        var options = Options.of(process, "c:L");
        if (!options.has('c')) throw new ExitException(1, "usage: stat [-L] -c FORMAT FILE...");
        var code = 0;
        for (var operand : options.operands(1)) {
            try {
                var path = process.path(operand);
                var stat = options.has('L')
                        ? process.files().stat(path)
                        : process.files().lstat(path);
                process.println(format(process, options.value('c', ""), operand, stat));
            } catch (FileError e) {
                code = process.fail("can't stat '" + operand + "': " + e.getMessage());
            }
        }
        return code;
    }

    private static String format(Process process, String format, String name, Stat stat) throws ExitException {
        var owners = Owners.of(process.files());
        var text = new StringBuilder();
        for (var i = 0; i < format.length(); i++) {
            if (format.charAt(i) != '%' || i + 1 == format.length()) {
                text.append(format.charAt(i));
                continue;
            }
            text.append(
                    switch (format.charAt(++i)) {
                        case '%' -> "%";
                        case 'n' -> name;
                        case 's' -> stat.size();
                        case 'a' -> Integer.toOctalString(stat.permissions());
                        case 'A' -> stat.symbolic();
                        case 'u' -> stat.uid();
                        case 'U' -> owners.user(stat.uid());
                        case 'g' -> stat.gid();
                        case 'G' -> owners.group(stat.gid());
                        case 'F' -> type(stat);
                        case 'y' -> MODIFIED.format(stat.modified().atZone(ZoneOffset.UTC));
                        case 'N' -> "'" + name + "'" + (stat.isLink() ? " -> '" + stat.target() + "'" : "");
                        case 'Y' -> stat.modified().getEpochSecond();
                        case 'h' -> stat.links();
                        case 'i' -> stat.inode();
                        default -> throw new ExitException(1, "unknown format %" + format.charAt(i));
                    });
        }
        return text.toString();
    }

    private static String type(Stat stat) {
        if (stat.isDirectory()) return "directory";
        if (stat.isLink()) return "symbolic link";
        if (stat.isFifo()) return "fifo";
        if (stat.isDevice()) return "character special file";
        return stat.size() == 0 ? "regular empty file" : "regular file";
    }
}
