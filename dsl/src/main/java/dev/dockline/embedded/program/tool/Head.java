package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.io.InputStream;

/** {@code head [-n N] [-c N] [FILE]...}, also {@code head -5}. */
final class Head implements Program {
    private static final int BLOCK = 64 * 1024;

    @Override
    public int run(Process process) throws IOException, InterruptedException {
        var options = Options.of(Tail.modern(process.args()), "n:c:q");
        var lines = options.number('n', 10);
        var bytes = options.number('c', -1);
        var several = options.operands().size() > 1;
        return Inputs.each(process, options.operands(), (name, in) -> {
            if (several && !options.has('q')) process.println("==> " + name + " <==");
            // What follows is the next program's where the input is shared, so no more is read than is shown.
            var exact = name.equals("-") ? process.in() : in;
            if (bytes >= 0) bytes(process, exact, bytes);
            else lines(process, exact, lines);
        });
    }

    private static void bytes(Process process, InputStream in, int count) throws IOException {
        for (var left = count; left > 0; ) {
            var block = in.readNBytes(Math.min(left, BLOCK));
            if (block.length == 0) return;
            process.out().write(block);
            left -= block.length;
        }
    }

    private static void lines(Process process, InputStream in, int count) throws IOException {
        for (var left = count; left > 0; left--) {
            var line = Inputs.line(in);
            if (line == null) return;
            process.println(line);
        }
    }
}
