package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code echo [-neE] [ARG]...}; what is no such option is an argument. */
final class Echo implements Program {
    @Override
    public int run(Process process) throws IOException {
        var args = process.args();
        var newline = true;
        var escapes = false;
        while (!args.isEmpty() && args.get(0).matches("-[neE]+")) {
            var options = args.get(0);
            newline &= options.indexOf('n') < 0;
            if (options.indexOf('e') >= 0) escapes = true;
            if (options.indexOf('E') >= 0) escapes = false;
            args = args.subList(1, args.size());
        }
        var text = String.join(" ", args);
        var bytes = Escapes.bytes(text);
        var line = (escapes ? Escapes.expand(bytes) : bytes) + (newline ? "\n" : "");
        process.out().write(line.getBytes(StandardCharsets.ISO_8859_1));
        return 0;
    }
}
