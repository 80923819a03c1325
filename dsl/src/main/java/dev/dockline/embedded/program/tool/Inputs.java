package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.program.Kept;
import dev.dockline.embedded.program.Process;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files named by a tool's operands, or its standard input where there are none. */
final class Inputs {
    @FunctionalInterface
    interface Reader {
        void read(String name, InputStream in) throws IOException, InterruptedException;
    }

    private Inputs() {}

    /** Reads each; one that cannot be opened is complained of and makes the code 1. */
    static int each(Process process, List<String> operands, Reader reader) throws IOException, InterruptedException {
        if (operands.isEmpty()) {
            reader.read("-", new BufferedInputStream(process.in()));
            return 0;
        }
        var code = 0;
        for (var operand : operands) {
            if (operand.equals("-")) {
                reader.read("-", new BufferedInputStream(process.in()));
                continue;
            }
            try (var in = new BufferedInputStream(process.files().read(process.path(operand)))) {
                reader.read(operand, in);
            } catch (FileError e) {
                code = process.fail(operand + ": " + e.getMessage());
            }
        }
        return code;
    }

    /** The next line without its newline; null at the end. */
    static String line(InputStream in) throws IOException {
        return line(in, '\n');
    }

    /** The next line without what ends it; null at the end. */
    static String line(InputStream in, char end) throws IOException {
        var whole = whole(in, end);
        return whole == null || whole.isEmpty() || whole.charAt(whole.length() - 1) != end
                ? whole
                : whole.substring(0, whole.length() - 1);
    }

    /** The next line with what ends it, which the last one may lack; null at the end. */
    static String whole(InputStream in, char end) throws IOException {
        var bytes = new Kept();
        for (var b = in.read(); b >= 0; b = in.read()) {
            bytes.add(b);
            if (b == end) break;
        }
        return bytes.size() == 0 ? null : bytes.text(StandardCharsets.UTF_8);
    }
}
