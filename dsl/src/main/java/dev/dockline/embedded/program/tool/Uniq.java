package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code uniq [-cdu] [FILE]} */
final class Uniq implements Program {
    @Override
    public int run(Process process) throws IOException, InterruptedException {
        var options = Options.of(process, "cdu");
        return Inputs.each(process, options.operands(), (name, in) -> {
            String last = null;
            var count = 0;
            for (var line = Inputs.line(in); ; line = Inputs.line(in)) {
                process.checkpoint();
                if (last != null && !last.equals(line) && isWanted(options, count))
                    process.println(options.has('c') ? String.format("%7d %s", count, last) : last);
                if (line == null) return;
                count = line.equals(last) ? count + 1 : 1;
                last = line;
            }
        });
    }

    private static boolean isWanted(Options options, int count) {
        return (!options.has('d') || count > 1) && (!options.has('u') || count == 1);
    }
}
