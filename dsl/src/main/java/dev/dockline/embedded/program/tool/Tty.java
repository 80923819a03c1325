package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code tty [-s]} */
final class Tty implements Program {
    @Override
    public int run(Process process) throws IOException {
        var silent = Options.of(process, "s").has('s');
        if (!silent) process.println(process.start().tty() ? "/dev/pts/0" : "not a tty");
        return process.start().tty() ? 0 : 1;
    }
}
