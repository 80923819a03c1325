package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code seq [FIRST [INC]] LAST}, whole numbers. */
final class Seq implements Program {
    @Override
    public int run(Process process) throws IOException {
        var args = process.args();
        if (args.isEmpty() || args.size() > 3) throw new ExitException(1, "usage: seq [FIRST [INC]] LAST");
        var first = args.size() > 1 ? number(args.get(0)) : 1;
        var step = args.size() > 2 ? number(args.get(1)) : 1;
        var last = number(args.get(args.size() - 1));
        if (step == 0) throw new ExitException(1, "increment must not be 0");
        for (var i = first; step > 0 ? i <= last : i >= last; i += step) process.println(String.valueOf(i));
        return 0;
    }

    private static long number(String text) throws ExitException {
        if (!text.matches("-?[0-9]{1,18}")) throw new ExitException(1, "invalid number '" + text + "'");
        return Long.parseLong(text);
    }
}
