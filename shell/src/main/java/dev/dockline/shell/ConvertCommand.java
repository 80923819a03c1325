package dev.dockline.shell;

import dev.dockline.error.DocklineException;
import dev.dockline.shell.notebook.Conversion;
import dev.dockline.shell.script.ExitCode;
import java.io.IOException;
import java.io.PrintStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dockline convert FROM TO}: a script of a notebook or a Compose file, or a notebook of a script. */
@Command(
        name = "convert",
        description =
                "Makes a script of a notebook or of a Compose file, or a notebook of a script, without running it.")
final class ConvertCommand {
    @Parameters(index = "0", paramLabel = "FROM", description = "The notebook, Compose file or script.")
    String from;

    @Parameters(index = "1", paramLabel = "TO", description = "What is made of it.")
    String to;

    int run(PrintStream err) {
        try {
            Conversion.convert(from, to);
            return ExitCode.OK;
        } catch (IOException e) {
            return Main.usage(err, e.getMessage());
        } catch (DocklineException e) {
            err.println(e.getMessage());
            return e.exitCode();
        }
    }
}
