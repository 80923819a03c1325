package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** {@code touch [-ch] [-d DATE] FILE...} */
final class Touch implements Program {
    // The forms of busybox that name a whole moment; those that leave parts of it out are refused.
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss]");

    @Override
    public int run(Process process) throws IOException {
        var options = Options.of(process, "chd:");
        var time = options.has('d') ? time(options.value('d', "")) : Instant.now();
        var code = 0;
        for (var operand : options.operands(1)) {
            var path = process.path(operand);
            try {
                var present = options.has('h')
                        ? isThere(process, path)
                        : process.files().exists(path);
                if (!present && options.has('c')) continue;
                if (!present) process.files().write(path, true).close();
                if (options.has('h')) process.files().setLinkModified(path, time);
                else process.files().setModified(path, time);
            } catch (FileError e) {
                code = process.fail(operand + ": " + e.getMessage());
            }
        }
        return code;
    }

    private static boolean isThere(Process process, String path) throws IOException {
        try {
            process.files().lstat(path);
            return true;
        } catch (FileError e) {
            return false;
        }
    }

    static Instant time(String text) throws ExitException {
        try {
            return text.startsWith("@")
                    ? Instant.ofEpochSecond(Long.parseLong(text.substring(1)))
                    : LocalDateTime.parse(text, DATE).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new ExitException(1, "invalid date '" + text + "'");
        }
    }
}
