package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code basename PATH [SUFFIX]} */
final class Basename implements Program {
    @Override
    public int run(Process process) throws IOException {
        var operands = Options.of(process, "").operands(1);
        var name = dev.dockline.embedded.fs.Paths.name(operands.get(0));
        if (operands.size() > 1 && name.endsWith(operands.get(1)) && !name.equals(operands.get(1)))
            name = name.substring(0, name.length() - operands.get(1).length());
        process.println(name);
        return 0;
    }
}
