package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code whoami} */
final class Whoami implements Program {
    @Override
    public int run(Process process) throws IOException {
        if (!Options.of(process, "").operands().isEmpty()) return process.fail("too many arguments");
        process.println(Owners.of(process.files()).user(process.files().uid()));
        return 0;
    }
}
