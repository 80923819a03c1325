package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

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
                process.println(head + (options.has('o') && !options.has('v') ? matcher.group() : line));
            }
            if (options.has('l') && found > 0) process.println(name);
            else if (options.has('c') && !options.has('q')) process.println((named ? name + ":" : "") + found);
            total[0] += found;
        });
        return code != 0 ? 2 : total[0] > 0 ? 0 : 1;
    }

    private static Pattern pattern(Options options, String text) throws ExitException {
        var regex = options.has('F') ? Pattern.quote(text) : options.has('E') ? text : basic(text);
        if (options.has('w')) regex = "\\b(?:" + regex + ")\\b";
        if (options.has('x')) regex = "^(?:" + regex + ")$";
        try {
            return Pattern.compile(regex, options.has('i') ? Pattern.CASE_INSENSITIVE : 0);
        } catch (PatternSyntaxException e) {
            throw new ExitException(2, "bad regex '" + text + "': " + e.getDescription());
        }
    }

    // In a basic expression the backslash gives these characters their meaning; in Java's it takes it away.
    private static String basic(String text) {
        var regex = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                var next = text.charAt(++i);
                regex.append("+?|(){}".indexOf(next) >= 0 ? String.valueOf(next) : "\\" + next);
            } else {
                regex.append("+?|(){}".indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
            }
        }
        return regex.toString();
    }
}
