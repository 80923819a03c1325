package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.Paths;
import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code grep [-EFivcnqlLrwxo] PATTERN [FILE]...}: 0 found, 1 not found, 2 trouble. */
final class Grep implements Program {
    @Override
    public int run(Process process) throws IOException, InterruptedException {
        var options = Options.of(process, "EFivcnqlLrhHwxoe:");
        var operands = new ArrayList<>(options.operands());
        if (!options.has('e') && operands.isEmpty())
            throw new ExitException(2, "usage: grep [-EFivcnqlLrwxo] PATTERN [FILE]...");
        var pattern = pattern(options, options.has('e') ? options.all('e') : List.of(operands.remove(0)));
        var named = (operands.size() > 1 || options.has('r')) && !options.has('h') || options.has('H');
        if (options.has('r')) operands = files(process, operands.isEmpty() ? List.of(".") : operands);
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
                if (options.has('q') || options.has('l') || options.has('L') || options.has('c')) continue;
                var head = (named ? name + ":" : "") + (options.has('n') ? number + ":" : "");
                if (options.has('o') && !options.has('v')) printMatches(process, head, matcher.reset());
                else process.println(head + line);
            }
            if (options.has('l') ? found > 0 : options.has('L') && found == 0) process.println(name);
            else if (options.has('l') || options.has('L')) return;
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

    // Those in the folders among them, in the order of their names.
    private static ArrayList<String> files(Process process, List<String> operands) throws IOException {
        var files = new ArrayList<String>();
        for (var operand : operands) {
            if (!process.files().isDirectory(process.path(operand))) {
                files.add(operand);
                continue;
            }
            for (var child : process.files().list(process.path(operand)))
                files.addAll(files(process, List.of(Paths.child(operand, child))));
        }
        return files;
    }

    private static Pattern pattern(Options options, List<String> texts) throws ExitException {
        var all = new ArrayList<String>();
        for (var text : texts) {
            for (var line : text.split("\n", -1))
                all.add(options.has('F') ? Pattern.quote(line) : Regex.translated(line, options.has('E')));
        }
        var regex = all.size() == 1 ? all.get(0) : "(?:" + String.join(")|(?:", all) + ")";
        if (options.has('w')) regex = "\\b(?:" + regex + ")\\b";
        if (options.has('x')) regex = "^(?:" + regex + ")$";
        return Regex.compile(texts.get(0), regex, options.has('i') ? Pattern.CASE_INSENSITIVE : 0, 2);
    }
}
