package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.Map;

/** {@code tr [-cds] SET1 [SET2]}: by bytes; a set has ranges, escapes and classes such as {@code [:upper:]}. */
final class Tr implements Program {
    private static final Map<String, String> CLASSES = Map.of(
            "[:upper:]", "A-Z",
            "[:lower:]", "a-z",
            "[:digit:]", "0-9",
            "[:alpha:]", "A-Za-z",
            "[:alnum:]", "A-Za-z0-9",
            "[:space:]", "\t\n\u000b\f\r ",
            "[:blank:]", "\t ");

    @Override
    public int run(Process process) throws IOException {
        var options = Options.of(process, "cds");
        var operands = options.operands(1);
        var first = set(operands.get(0));
        if (options.has('c')) first = complement(first);
        var second = operands.size() > 1 ? set(operands.get(1)) : "";
        if (second.isEmpty() && !options.has('d') && !options.has('s')) throw new ExitException(1, "missing operand");
        var squeezed = options.has('s') ? second.isEmpty() ? first : second : "";
        var in = new BufferedInputStream(process.in());
        var out = new BufferedOutputStream(process.out());
        var last = -1;
        for (var b = in.read(); b >= 0; b = in.read()) {
            var at = first.indexOf(b);
            if (at >= 0 && options.has('d')) continue;
            var c = at < 0 || second.isEmpty() ? b : second.charAt(Math.min(at, second.length() - 1));
            if (c == last && squeezed.indexOf(c) >= 0) continue;
            out.write(c);
            last = c;
        }
        out.flush();
        return 0;
    }

    private static String set(String text) {
        var plain = text;
        for (var entry : CLASSES.entrySet()) plain = plain.replace(entry.getKey(), entry.getValue());
        plain = Escapes.expand(plain);
        var all = new StringBuilder();
        for (var i = 0; i < plain.length(); i++) {
            if (i + 2 < plain.length() && plain.charAt(i + 1) == '-' && plain.charAt(i) <= plain.charAt(i + 2)) {
                for (var c = plain.charAt(i); c <= plain.charAt(i + 2); c++) all.append(c);
                i += 2;
            } else {
                all.append(plain.charAt(i));
            }
        }
        return all.toString();
    }

    private static String complement(String set) {
        var all = new StringBuilder();
        for (var c = (char) 0; c < 256; c++) if (set.indexOf(c) < 0) all.append(c);
        return all.toString();
    }
}
