package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.BufferedInputStream;
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
        var editing = new Editing(process.out());
        var code = Inputs.each(process, operands, (name, in) -> editing.read(process, in));
        editing.end();
        return code;
    }

    private int inPlace(Process process, List<String> operands) throws IOException, InterruptedException {
        var code = 0;
        for (var operand : operands) {
            var path = process.path(operand);
            try {
                var edited = new ByteArrayOutputStream();
                var editing = new Editing(edited);
                try (var in = new BufferedInputStream(process.files().read(path))) {
                    editing.read(process, in);
                }
                editing.end();
                try (var out = process.files().write(path, false)) {
                    edited.writeTo(out);
                }
            } catch (FileError e) {
                code = process.fail(operand + ": " + e.getMessage());
            }
        }
        return code;
    }

    /** The script on its way through the lines; one is held back until it is known whether it is the last. */
    private final class Editing {
        private final List<SedScript.Command> commands = SedScript.parse(script, options.has('E') || options.has('r'));
        private final OutputStream out;
        private String held;
        private long number;
        private boolean done;

        Editing(OutputStream out) throws ExitException {
            this.out = out;
        }

        void read(Process process, InputStream in) throws IOException {
            for (var line = Inputs.whole(in, '\n'); line != null && !done; line = Inputs.whole(in, '\n')) {
                process.checkpoint();
                edit(false);
                held = line;
            }
        }

        void end() throws IOException {
            edit(true);
        }

        private void edit(boolean last) throws IOException {
            if (held != null && !done) done = !Sed.this.edit(commands, held, ++number, last, out);
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
