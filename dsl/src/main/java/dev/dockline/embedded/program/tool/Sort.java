package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;

/** {@code sort [-nru] [FILE]...}, by bytes. */
final class Sort implements Program {
    @Override
    public int run(Process process) throws IOException, InterruptedException {
        var options = Options.of(process, "nru");
        var lines = new ArrayList<String>();
        var code = Inputs.each(process, options.operands(), (name, in) -> {
            for (var line = Inputs.line(in); line != null; line = Inputs.line(in)) {
                process.checkpoint();
                lines.add(line);
            }
        });
        Comparator<String> order = Comparator.naturalOrder();
        if (options.has('n')) order = Comparator.comparingDouble(Sort::number).thenComparing(order);
        lines.sort(options.has('r') ? order.reversed() : order);
        String last = null;
        for (var line : lines) {
            if (!options.has('u') || !line.equals(last)) process.println(line);
            last = line;
        }
        return code;
    }

    private static double number(String line) {
        var digits = line.strip().replaceFirst("^(-?[0-9]*\\.?[0-9]*).*", "$1");
        return digits.matches("-?[0-9]*\\.?[0-9]+|-?[0-9]+\\.?") ? Double.parseDouble(digits) : 0;
    }
}
