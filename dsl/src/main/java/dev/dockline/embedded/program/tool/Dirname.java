package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code dirname PATH} */
final class Dirname implements Program {
    @Override
    public int run(Process process) throws IOException {
        var operands = Options.of(process, "").operands(1);
        process.println(dev.dockline.embedded.fs.Paths.parent(operands.get(0)));
        return 0;
    }
}
