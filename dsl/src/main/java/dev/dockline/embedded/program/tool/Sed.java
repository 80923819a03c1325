package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** {@code sed [-nEri] [-e] SCRIPT [FILE]...}; what a script may hold is said at {@link SedScript}. */
final class Sed implements Program {
    private Options options;
    private String script;

    @Override
    public int run(Process process) throws IOException, InterruptedException {
        options = Options.of(process, "nErie:");
        var operands = new ArrayList<>(options.operands());
        if (!options.has('e') && operands.isEmpty())
            throw new ExitException(1, "usage: sed [-nEri] [-e] SCRIPT [FILE]...");
        script = options.has('e') ? String.join("\n", options.all('e')) : operands.remove(0);
        return options.has('i') ? inPlace(process, operands) : together(process, operands);
    }

    private int together(Process process, List<String> operands) throws IOException, InterruptedException {
        var lines = new ArrayList<String>();
        var code = Inputs.each(process, operands, (name, in) -> lines.addAll(lines(process, in)));
        edit(process, lines, process.out());
        return code;
    }

    private int inPlace(Process process, List<String> operands) throws IOException, InterruptedException {
        var code = 0;
        for (var operand : operands) {
            var path = process.path(operand);
            try {
                var lines = new ArrayList<String>();
                try (var in = process.files().read(path)) {
                    lines.addAll(lines(process, in));
                }
                var edited = new ByteArrayOutputStream();
                edit(process, lines, edited);
                try (var out = process.files().write(path, false)) {
                    edited.writeTo(out);
                }
            } catch (FileError e) {
                code = process.fail(operand + ": " + e.getMessage());
            }
        }
        return code;
    }

    // Each with its newline: a last line without one stays so.
    private static List<String> lines(Process process, InputStream in) throws IOException {
        var lines = new ArrayList<String>();
        var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        for (var start = 0; start < text.length(); ) {
            process.checkpoint();
            var end = text.indexOf('\n', start);
            var next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(start, next));
            start = next;
        }
        return lines;
    }

    private void edit(Process process, List<String> lines, OutputStream out) throws IOException {
        var commands = SedScript.parse(script, options.has('E') || options.has('r'));
        for (var i = 0; i < lines.size(); i++) {
            process.checkpoint();
            if (!edit(commands, lines.get(i), i + 1, i + 1 == lines.size(), out)) return;
        }
    }

    /** Whether there is to be another line. */
    private boolean edit(List<SedScript.Command> commands, String line, long number, boolean last, OutputStream out)
            throws IOException {
        var end = line.endsWith("\n") ? "\n" : "";
        var text = line.substring(0, line.length() - end.length());
        var after = new StringBuilder();
        for (var command : commands) {
            if (!command.applies(text, number, last)) continue;
            switch (command.name()) {
                case 'd' -> {
                    return true;
                }
                case 'q' -> {
                    if (!options.has('n')) print(text + end + after, out);
                    return false;
                }
                case 'a' ->
                    after.append(end.isEmpty() ? "\n" : "")
                            .append(command.text())
                            .append('\n');
                case 'i' -> print(command.text() + "\n", out);
                case 'c' -> {
                    print(command.text() + "\n", out);
                    return true;
                }
                case 'y' -> text = command.exchanged(text);
                case 'p' -> print(text + "\n", out);
                case '=' -> print(number + "\n", out);
                default -> {
                    var replaced = command.substituted(text);
                    if (replaced == null) continue;
                    text = replaced;
                    if (command.prints()) print(text + "\n", out);
                }
            }
        }
        if (!options.has('n')) print(text + end, out);
        print(after.toString(), out);
        return true;
    }

    private static void print(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
