package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code yes [WORD]...}, until nobody reads it. */
final class Yes implements Program {
    private static final int BLOCK = 16 * 1024;

    @Override
    public int run(Process process) throws IOException {
        var line = process.args().isEmpty() ? "y" : String.join(" ", process.args());
        // Many lines at a time, as long as one is short: who reads them takes a pipe's worth each time.
        var lines = (line + "\n").repeat(Math.max(1, BLOCK / (line.length() + 1)));
        while (true) process.print(lines);
    }
}
