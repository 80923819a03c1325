package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.model.Signals;
import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code kill [-SIGNAL | -s SIGNAL] PID...}; 0 asks only whether it lives. */
final class Kill implements Program {
    @Override
    public int run(Process process) throws IOException {
        var args = process.args();
        var named = !args.isEmpty() && args.get(0).startsWith("-");
        var apart = named && args.get(0).equals("-s") && args.size() > 1;
        var name = apart ? args.get(1) : named ? args.get(0).substring(1) : "TERM";
        var signal = name.equals("0") ? 0 : Signals.find(name).orElse(-1);
        if (signal < 0) throw new ExitException(1, "bad signal name '" + name + "'");
        var code = 0;
        for (var pid : args.subList(apart ? 2 : named ? 1 : 0, args.size())) {
            var target = pid.matches("[0-9]{1,9}")
                    ? process.table().find(Integer.parseInt(pid)).orElse(null)
                    : null;
            if (target == null) code = process.fail("can't kill pid " + pid + ": No such process");
            else if (signal > 0) target.kill(signal);
        }
        return code;
    }
}
