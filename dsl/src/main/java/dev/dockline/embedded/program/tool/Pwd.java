package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code pwd} */
final class Pwd implements Program {
    @Override
    public int run(Process process) throws IOException {
        if (!Options.of(process, "").operands().isEmpty()) return process.fail("too many arguments");
        process.println(process.cwd());
        return 0;
    }
}
