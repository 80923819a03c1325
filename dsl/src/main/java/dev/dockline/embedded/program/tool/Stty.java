package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.util.List;

/** {@code stty size} */
final class Stty implements Program {
    @Override
    public int run(Process process) throws IOException {
        var window = process.start().window();
        if (window == null) return process.fail("standard input: Not a tty");
        if (!process.args().equals(List.of("size")))
            return process.fail("of the settings only size is known to the embedded engine");
        process.println(window.rows() + " " + window.columns());
        return 0;
    }
}
