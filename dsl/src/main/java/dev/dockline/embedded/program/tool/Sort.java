package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;

/** {@code sort [-nruz] [FILE]...}, by bytes; with -z zero bytes end the lines. */
final class Sort implements Program {
    @Override
    public int run(Process process) throws IOException, InterruptedException {
        var options = Options.of(process, "nruz");
        var end = options.has('z') ? '\0' : '\n';
        var lines = new ArrayList<String>();
        var code = Inputs.each(process, options.operands(), (name, in) -> {
            for (var line = Inputs.line(in, end); line != null; line = Inputs.line(in, end)) {
                process.checkpoint();
                lines.add(line);
            }
        });
        Comparator<String> order = Comparator.naturalOrder();
        if (options.has('n')) order = Comparator.comparingDouble(Sort::number).thenComparing(order);
        lines.sort(options.has('r') ? order.reversed() : order);
        String last = null;
        for (var line : lines) {
            if (!options.has('u') || !line.equals(last)) process.print(line + end);
            last = line;
        }
        return code;
    }

    private static double number(String line) {
        var digits = line.strip().replaceFirst("^(-?[0-9]*\\.?[0-9]*).*", "$1");
        return digits.matches("-?[0-9]*\\.?[0-9]+|-?[0-9]+\\.?") ? Double.parseDouble(digits) : 0;
    }
}
