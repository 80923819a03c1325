package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code rev [FILE]...} */
final class Rev implements Program {
    @Override
    public int run(Process process) throws IOException, InterruptedException {
        return Inputs.each(process, Options.of(process, "").operands(), (name, in) -> {
            for (var line = Inputs.line(in); line != null; line = Inputs.line(in))
                process.println(new StringBuilder(line).reverse().toString());
        });
    }
}
