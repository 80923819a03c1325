package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.FileView;
import dev.dockline.embedded.fs.Paths;
import dev.dockline.embedded.fs.Stat;
import dev.dockline.embedded.program.ExitException;

/** What {@code find -printf} takes: %p %f %y %m %M %u %U %g %G %s %n %i %l and %Ts, and C's escapes. */
final class FindFormat {
    private final Owners owners;
    private final String format;

    FindFormat(FileView files, String format) throws ExitException {
        this.owners = Owners.of(files);
        this.format = Escapes.expand(format);
    }

    static String type(Stat stat) {
        if (stat.isDirectory()) return "d";
        if (stat.isLink()) return "l";
        if (stat.isFifo()) return "p";
        return stat.isDevice() ? "c" : "f";
    }

    String of(String path, Stat stat) throws ExitException {
        var text = new StringBuilder();
        for (var i = 0; i < format.length(); i++) {
            var c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                text.append(c);
                continue;
            }
            var directive = format.charAt(++i);
            if (directive == 'T' && format.startsWith("s", i + 1)) {
                i++;
                text.append(stat.modified().getEpochSecond());
            } else {
                text.append(value(directive, path, stat));
            }
        }
        return text.toString();
    }

    private Object value(char directive, String path, Stat stat) throws ExitException {
        return switch (directive) {
            case '%' -> "%";
            case 'p' -> path;
            case 'f' -> Paths.name(path);
            case 'y' -> type(stat);
            case 'm' -> Integer.toOctalString(stat.permissions());
            case 'M' -> stat.symbolic();
            case 'u' -> owners.user(stat.uid());
            case 'U' -> stat.uid();
            case 'g' -> owners.group(stat.gid());
            case 'G' -> stat.gid();
            case 's' -> stat.size();
            case 'n' -> stat.links();
            case 'i' -> stat.inode();
            case 'l' -> stat.target();
            default -> throw new ExitException(1, "-printf: unknown directive %" + directive);
        };
    }
}
