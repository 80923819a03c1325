package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code yes [WORD]...}, until nobody reads it. */
final class Yes implements Program {
    @Override
    public int run(Process process) throws IOException {
        var line = process.args().isEmpty() ? "y" : String.join(" ", process.args());
        while (true) process.println(line);
    }
}
