package dev.dockline.shell;

import dev.dockline.Docker;
import dev.dockline.error.DocklineException;
import dev.dockline.shell.script.ExitCode;
import java.io.PrintStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dockline export}: what is on an engine, as a script that makes it again. */
@Command(
        name = "export",
        description = "Prints a script that makes the engine's containers again, with their networks and volumes.")
final class ExportCommand {
    @Option(names = "--engine", paramLabel = "URL", description = "The engine; the first that is found unless given.")
    String engine;

    int run(PrintStream out, PrintStream err) {
        try (var docker = engine == null ? Docker.connect() : Docker.connect(engine)) {
            out.print(docker.export());
            return ExitCode.OK;
        } catch (DocklineException e) {
            err.println(e.getMessage());
            return e.exitCode();
        }
    }
}
