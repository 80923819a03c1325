package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Memory;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** {@code sort [-nruz] [-t CHARACTER] [-k FIELD[,FIELD][n]] [FILE]...}, by bytes; with -z zero bytes end the lines. */
final class Sort implements Program {
    @Override
    public int run(Process process) throws IOException, InterruptedException {
        var options = Options.of(process, "nruzt:k:");
        var end = options.has('z') ? '\0' : '\n';
        var lines = new ArrayList<String>();
        var memory = new Memory();
        var code = Inputs.each(process, options.operands(), (name, in) -> {
            for (var line = Inputs.line(in, end); line != null; line = Inputs.line(in, end)) {
                process.checkpoint();
                memory.take(line);
                lines.add(line);
            }
        });
        Comparator<String> order = Comparator.naturalOrder();
        if (options.has('n')) order = Comparator.comparingDouble(Sort::number).thenComparing(order);
        if (options.has('k')) order = byKey(options).thenComparing(Comparator.naturalOrder());
        lines.sort(options.has('r') ? order.reversed() : order);
        String last = null;
        for (var line : lines) {
            if (!options.has('u') || !line.equals(last)) process.print(line + end);
            last = line;
        }
        return code;
    }

    private static Comparator<String> byKey(Options options) throws ExitException {
        var key = options.value('k', "");
        if (!key.matches("[1-9][0-9]*(,[1-9][0-9]*)?n?"))
            throw new ExitException(1, "bad field specification '" + key + "'");
        var numbers = key.endsWith("n") || options.has('n');
        var bounds = key.replace("n", "").split(",");
        var from = Integer.parseInt(bounds[0]);
        var to = bounds.length > 1 ? Integer.parseInt(bounds[1]) : Integer.MAX_VALUE;
        var apart = options.has('t') ? Pattern.quote(options.value('t', "")) : "(?<=\\S)(?=\\s)";
        return numbers
                ? Comparator.comparingDouble(line -> number(fields(line, apart, from, to)))
                : Comparator.comparing(line -> fields(line, apart, from, to));
    }

    private static String fields(String line, String apart, int from, int to) {
        var all = List.of(line.split(apart, -1));
        return from > all.size() ? "" : String.join("\0", all.subList(from - 1, Math.min(to, all.size())));
    }

    private static double number(String line) {
        var digits = line.strip().replaceFirst("^(-?[0-9]*\\.?[0-9]*).*", "$1");
        return digits.matches("-?[0-9]*\\.?[0-9]+|-?[0-9]+\\.?") ? Double.parseDouble(digits) : 0;
    }
}
