package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.util.Map;

/** {@code sleep N[smhd]...} */
final class Sleep implements Program {
    private static final Map<Character, Integer> UNITS = Map.of('s', 1, 'm', 60, 'h', 3600, 'd', 86400);

    @Override
    public int run(Process process) throws IOException, InterruptedException {
        var total = 0.0;
        for (var operand : Options.of(process, "").operands(1)) total += seconds(operand);
        Thread.sleep((long) Math.min(total * 1000, Long.MAX_VALUE / 2));
        return 0;
    }

    private static double seconds(String text) throws ExitException {
        if (text.equals("infinity")) return Long.MAX_VALUE / 4000.0;
        if (!text.matches("[0-9]*\\.?[0-9]+[smhd]?")) throw new ExitException(1, "invalid number '" + text + "'");
        var unit = UNITS.get(text.charAt(text.length() - 1));
        return unit == null
                ? Double.parseDouble(text)
                : Double.parseDouble(text.substring(0, text.length() - 1)) * unit;
    }
}
