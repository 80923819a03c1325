package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code head [-n N] [-c N] [FILE]...}, also {@code head -5}. */
final class Head implements Program {
    @Override
    public int run(Process process) throws IOException, InterruptedException {
        var options = Options.of(Tail.modern(process.args()), "n:c:q");
        var lines = options.number('n', 10);
        var bytes = options.number('c', -1);
        var several = options.operands().size() > 1;
        return Inputs.each(process, options.operands(), (name, in) -> {
            if (several && !options.has('q')) process.println("==> " + name + " <==");
            if (bytes >= 0) {
                process.out().write(in.readNBytes(bytes));
                return;
            }
            for (var left = lines; left > 0; left--) {
                var line = Inputs.line(in);
                if (line == null) break;
                process.println(line);
            }
        });
    }
}
