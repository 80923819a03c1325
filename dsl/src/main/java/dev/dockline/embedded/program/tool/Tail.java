package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Memory;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** {@code tail [-n N] [-n +N] [-c N] [-f] [FILE]...}, also {@code tail -5}. */
final class Tail implements Program {
    private static final int POLL_MILLIS = 100;

    @Override
    public int run(Process process) throws IOException, InterruptedException {
        var options = Options.of(modern(process.args()), "n:c:fF");
        var count = options.value('n', "10");
        if (!count.matches("[+-]?[0-9]+")) throw new ExitException(1, "invalid number '" + count + "'");
        var follow = options.has('f') || options.has('F');
        return Inputs.each(process, options.operands(), (name, in) -> {
            if (options.has('c')) bytes(process, in, options.number('c', 0));
            else if (count.startsWith("+")) skip(process, in, Integer.parseInt(count.substring(1)));
            else last(process, in, Math.abs(Integer.parseInt(count)));
            while (follow) {
                process.copy(in, process.out());
                Thread.sleep(POLL_MILLIS);
            }
        });
    }

    /** {@code -5} means {@code -n 5}. */
    static List<String> modern(List<String> args) {
        var all = new ArrayList<String>();
        for (var arg : args) all.add(arg.matches("-[0-9]+") ? "-n" + arg.substring(1) : arg);
        return all;
    }

    private static void bytes(Process process, InputStream in, int count) throws IOException {
        var most = Math.abs(count);
        if (most == 0) return;
        new Memory().take(most);
        var ring = new byte[most];
        var read = 0L;
        for (var b = in.read(); b >= 0; b = in.read()) ring[(int) (read++ % most)] = (byte) b;
        if (read <= most) {
            process.out().write(ring, 0, (int) read);
        } else {
            var oldest = (int) (read % most);
            process.out().write(ring, oldest, most - oldest);
            process.out().write(ring, 0, oldest);
        }
    }

    private static void skip(Process process, InputStream in, int first) throws IOException {
        for (var i = 1; i < first; i++) Inputs.line(in);
        process.copy(in, process.out());
    }

    private static void last(Process process, InputStream in, int count) throws IOException {
        var lines = new ArrayDeque<String>();
        var memory = new Memory();
        for (var line = Inputs.line(in); line != null; line = Inputs.line(in)) {
            memory.take(line);
            lines.addLast(line);
            if (lines.size() > count) memory.giveBack(lines.removeFirst());
        }
        for (var line : lines) process.println(line);
    }
}
