package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;

/** {@code wc [-lwc] [FILE]...} */
final class Wc implements Program {
    @Override
    public int run(Process process) throws IOException, InterruptedException {
        var options = Options.of(process, "lwc");
        var total = new long[3];
        var code = Inputs.each(process, options.operands(), (name, in) -> {
            var counts = count(process, in);
            for (var i = 0; i < 3; i++) total[i] += counts[i];
            print(process, options, counts, name);
        });
        if (options.operands().size() > 1) print(process, options, total, "total");
        return code;
    }

    private static long[] count(Process process, InputStream in) throws IOException {
        var counts = new long[3];
        var inWord = false;
        for (var b = in.read(); b >= 0; b = in.read()) {
            if ((counts[2]++ & 0xffff) == 0) process.checkpoint();
            if (b == '\n') counts[0]++;
            var blank = b == ' ' || b >= '\t' && b <= '\r';
            if (!blank && !inWord) counts[1]++;
            inWord = !blank;
        }
        return counts;
    }

    private static void print(Process process, Options options, long[] counts, String name) throws IOException {
        var all = !options.has('l') && !options.has('w') && !options.has('c');
        var shown = new ArrayList<String>();
        for (var i = 0; i < 3; i++) {
            if (all || options.has("lwc".charAt(i))) shown.add(String.valueOf(counts[i]));
        }
        if (!name.equals("-")) shown.add(name);
        process.println(
                all
                        ? String.format("%9s%10s%10s", shown.get(0), shown.get(1), shown.get(2))
                                + (shown.size() > 3 ? " " + name : "")
                        : String.join(" ", shown));
    }
}
