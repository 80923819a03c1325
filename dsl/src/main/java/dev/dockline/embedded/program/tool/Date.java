package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** {@code date [-u] [-d DATE] [-r FILE] [+FORMAT]}; containers live in UTC. */
final class Date implements Program {
    private static final Map<Character, String> PATTERNS = Map.ofEntries(
            Map.entry('Y', "uuuu"),
            Map.entry('m', "MM"),
            Map.entry('d', "dd"),
            Map.entry('H', "HH"),
            Map.entry('M', "mm"),
            Map.entry('S', "ss"),
            Map.entry('F', "uuuu-MM-dd"),
            Map.entry('T', "HH:mm:ss"),
            Map.entry('a', "EEE"),
            Map.entry('b', "MMM"),
            Map.entry('j', "DDD"),
            Map.entry('y', "uu"),
            Map.entry('N', "nnnnnnnnn"));

    @Override
    public int run(Process process) throws IOException {
        var options = Options.of(process, "ud:r:");
        var operands = options.operands();
        var moment = options.has('d')
                ? Touch.time(options.value('d', ""))
                : options.has('r')
                        ? process.files()
                                .stat(process.path(options.value('r', "")))
                                .modified()
                        : Instant.now();
        var now = moment.atZone(ZoneOffset.UTC);
        if (operands.isEmpty()) {
            process.println(DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' uuuu", Locale.ENGLISH)
                    .format(now));
            return 0;
        }
        if (!operands.get(0).startsWith("+")) throw new ExitException(1, "invalid date '" + operands.get(0) + "'");
        process.println(format(operands.get(0).substring(1), now));
        return 0;
    }

    private static String format(String format, ZonedDateTime now) throws ExitException {
        var text = new StringBuilder();
        for (var i = 0; i < format.length(); i++) {
            var c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                text.append(c);
                continue;
            }
            var letter = format.charAt(++i);
            if (letter == '%') text.append('%');
            else if (letter == 's') text.append(now.toEpochSecond());
            else if (letter == 'Z') text.append("UTC");
            else if (PATTERNS.containsKey(letter))
                text.append(DateTimeFormatter.ofPattern(PATTERNS.get(letter), Locale.ENGLISH)
                        .format(now));
            else throw new ExitException(1, "invalid format %" + letter);
        }
        return text.toString();
    }
}
