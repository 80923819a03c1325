package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Kept;
import dev.dockline.embedded.program.Memory;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** {@code xargs [-0r] [-n N] [-I WORD] [PROG ARGS]}: words from standard input, between blanks or, with -0, between zero bytes. */
final class Xargs implements Program {
    private static final int MOST = 5000;
    private static final int FAILED = 123;
    private static final int CANNOT_RUN = 126;

    @Override
    public int run(Process process) throws IOException {
        var own = ownOptions(process.args());
        var options = Options.of(process.args().subList(0, own), "0rn:I:");
        var command = process.args().subList(own, process.args().size());
        if (options.has('I')) return lines(process, options.value('I', "{}"), command);
        var words = words(process, options.has('0'));
        var most = options.number('n', MOST);
        if (most < 1) throw new ExitException(1, "number " + most + " is not in 1.." + MOST + " range");
        if (words.isEmpty() && options.has('r')) return 0;
        var code = 0;
        for (var from = 0; from == 0 || from < words.size(); from += most) {
            var argv = new ArrayList<>(command.isEmpty() ? List.of("echo") : command);
            argv.addAll(words.subList(from, Math.min(words.size(), from + most)));
            var one = Subcommand.run(process, argv);
            if (one >= CANNOT_RUN) return one;
            if (one != 0) code = FAILED;
        }
        return code;
    }

    // Each line takes the place of the word.
    private static int lines(Process process, String word, List<String> command) throws IOException {
        var code = 0;
        var in = new BufferedInputStream(process.in());
        for (var line = Inputs.line(in); line != null; line = Inputs.line(in)) {
            var text = line.stripLeading();
            var one = Subcommand.run(
                    process,
                    command.stream().map(arg -> arg.replace(word, text)).toList());
            if (one >= CANNOT_RUN) return one;
            if (one != 0) code = FAILED;
        }
        return code;
    }

    // The command's own options are not these.
    private static int ownOptions(List<String> args) {
        var i = 0;
        while (i < args.size() && args.get(i).startsWith("-")) i += args.get(i).matches("-[nI]") ? 2 : 1;
        return Math.min(i, args.size());
    }

    private static List<String> words(Process process, boolean zeros) throws IOException {
        var words = new ArrayList<String>();
        var memory = new Memory();
        var in = new BufferedInputStream(process.in());
        for (var word = word(in, zeros); word != null; word = word(in, zeros)) {
            process.checkpoint();
            memory.take(word);
            if (zeros || !word.isEmpty()) words.add(word);
        }
        return words;
    }

    private static String word(InputStream in, boolean zeros) throws IOException {
        var bytes = new Kept();
        var quote = 0;
        for (var b = in.read(); b >= 0; b = in.read()) {
            if (zeros ? b == 0 : quote == 0 && Character.isWhitespace(b)) return bytes.text(StandardCharsets.UTF_8);
            if (zeros) bytes.add(b);
            else if (b == quote) quote = 0;
            else if (quote == 0 && (b == '\'' || b == '"')) quote = b;
            else if (quote == 0 && b == '\\') bytes.add(in.read());
            else bytes.add(b);
        }
        if (quote != 0) throw new ExitException(1, "unmatched " + (quote == '"' ? "double" : "single") + " quote");
        return bytes.size() == 0 ? null : bytes.text(StandardCharsets.UTF_8);
    }
}
