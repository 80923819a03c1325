package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.ExitException;
import java.util.regex.Pattern;

/** Modes as {@code chmod} takes them: {@code 644}, {@code u+x,go-w}. */
final class Modes {
    private static final Pattern CLAUSE = Pattern.compile("([ugoa]*)([-+=])([rwxXst]*)");

    private Modes() {}

    static int parse(String text, int present) throws ExitException {
        if (text.matches("[0-7]{1,4}")) return Integer.parseInt(text, 8);
        var mode = present;
        for (var clause : text.split(",")) {
            var matcher = CLAUSE.matcher(clause);
            if (!matcher.matches()) throw new ExitException(1, "invalid mode '" + text + "'");
            mode = apply(mode, matcher.group(1), matcher.group(2).charAt(0), matcher.group(3));
        }
        return mode;
    }

    private static int apply(int mode, String who, char operator, String what) {
        var everyone = who.isEmpty() || who.contains("a");
        var mask = (everyone || who.contains("u") ? 04700 : 0)
                | (everyone || who.contains("g") ? 02070 : 0)
                | (everyone || who.contains("o") ? 01007 : 0);
        var bits = 0;
        for (var c : what.toCharArray()) bits |= bits(c, mode);
        bits &= mask;
        return switch (operator) {
            case '+' -> mode | bits;
            case '-' -> mode & ~bits;
            default -> mode & ~mask | bits;
        };
    }

    private static int bits(char letter, int mode) {
        return switch (letter) {
            case 'r' -> 0444;
            case 'w' -> 0222;
            case 'x' -> 0111;
            case 'X' -> (mode & 0111) != 0 ? 0111 : 0;
            case 's' -> 06000;
            default -> 01000;
        };
    }
}
