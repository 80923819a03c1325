package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code cut -c LIST | -f LIST [-d CHARACTER] [-s] [FILE]...}; a list is as in {@code 1,3-5,7-}. */
final class Cut implements Program {
    private record Range(int from, int to) {
        boolean has(int index) {
            return index >= from && index <= to;
        }
    }

    @Override
    public int run(Process process) throws IOException, InterruptedException {
        var options = Options.of(process, "c:b:f:d:s");
        var fields = options.has('f');
        var list = options.value('f', options.value('c', options.value('b', "")));
        if (list.isEmpty()) throw new ExitException(1, "expected a list of bytes, characters, or fields");
        var ranges = ranges(list);
        var delimiter = options.value('d', "\t");
        return Inputs.each(process, options.operands(), (name, in) -> {
            for (var line = Inputs.line(in); line != null; line = Inputs.line(in)) {
                process.checkpoint();
                if (!fields) process.println(joined(List.of(line.split("")), ranges, ""));
                else if (line.contains(delimiter))
                    process.println(joined(
                            List.of(line.split(java.util.regex.Pattern.quote(delimiter), -1)), ranges, delimiter));
                else if (!options.has('s')) process.println(line);
            }
        });
    }

    private static List<Range> ranges(String list) throws ExitException {
        var ranges = new ArrayList<Range>();
        for (var part : list.split(",")) {
            if (!part.matches("[0-9]+|[0-9]+-[0-9]*|-[0-9]+")) throw new ExitException(1, "invalid byte or field list");
            var dash = part.indexOf('-');
            var from = dash == 0 ? 1 : Integer.parseInt(dash < 0 ? part : part.substring(0, dash));
            var to = dash < 0
                    ? from
                    : dash == part.length() - 1 ? Integer.MAX_VALUE : Integer.parseInt(part.substring(dash + 1));
            ranges.add(new Range(from, to));
        }
        return ranges;
    }

    private static String joined(List<String> pieces, List<Range> ranges, String between) {
        var kept = new ArrayList<String>();
        for (var i = 1; i <= pieces.size(); i++) {
            var index = i;
            if (ranges.stream().anyMatch(range -> range.has(index))) kept.add(pieces.get(i - 1));
        }
        return String.join(between, kept);
    }
}
