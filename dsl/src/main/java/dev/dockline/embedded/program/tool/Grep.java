package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code grep [-EFivcnqlwxo] PATTERN [FILE]...}: 0 found, 1 not found, 2 trouble. */
final class Grep implements Program {
    @Override
    public int run(Process process) throws IOException, InterruptedException {
        var options = Options.of(process, "EFivcnqlhHwxoe:");
        var operands = new ArrayList<>(options.operands());
        if (!options.has('e') && operands.isEmpty())
            throw new ExitException(2, "usage: grep [-EFivcnqlwxo] PATTERN [FILE]...");
        var pattern = pattern(options, options.has('e') ? options.value('e', "") : operands.remove(0));
        var named = operands.size() > 1 && !options.has('h') || options.has('H');
        var total = new int[1];
        var code = Inputs.each(process, operands, (name, in) -> {
            var found = 0;
            var number = 0;
            for (var line = Inputs.line(in); line != null; line = Inputs.line(in)) {
                process.checkpoint();
                number++;
                var matcher = pattern.matcher(line);
                if (matcher.find() == options.has('v')) continue;
                found++;
                if (options.has('q') || options.has('l') || options.has('c')) continue;
                var head = (named ? name + ":" : "") + (options.has('n') ? number + ":" : "");
                if (options.has('o') && !options.has('v')) printMatches(process, head, matcher.reset());
                else process.println(head + line);
            }
            if (options.has('l') && found > 0) process.println(name);
            else if (options.has('c') && !options.has('q')) process.println((named ? name + ":" : "") + found);
            total[0] += found;
        });
        return code != 0 ? 2 : total[0] > 0 ? 0 : 1;
    }

    private static void printMatches(Process process, String head, Matcher matcher) throws IOException {
        while (matcher.find()) {
            if (!matcher.group().isEmpty()) process.println(head + matcher.group());
        }
    }

    private static Pattern pattern(Options options, String text) throws ExitException {
        var regex = options.has('F') ? Pattern.quote(text) : Regex.translated(text, options.has('E'));
        if (options.has('w')) regex = "\\b(?:" + regex + ")\\b";
        if (options.has('x')) regex = "^(?:" + regex + ")$";
        return Regex.compile(text, regex, options.has('i') ? Pattern.CASE_INSENSITIVE : 0, 2);
    }
}
