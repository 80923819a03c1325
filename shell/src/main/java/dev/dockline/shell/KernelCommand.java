package dev.dockline.shell;

import dev.dockline.shell.kernel.Installation;
import dev.dockline.shell.script.ExitCode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dockline kernel install}: Jupyter may run Dockline's cells; {@code kernel run} is what Jupyter calls. */
@Command(
        name = "kernel",
        description = "install: tells Jupyter of Dockline. run FILE: answers Jupyter, which calls this.")
final class KernelCommand {
    @Parameters(index = "0", paramLabel = "install|run", description = "What to do.")
    String verb;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "The connection file of Jupyter.")
    Path connection;

    @Option(names = "--user", description = "For this user; the default.")
    boolean user;

    @Option(
            names = "--prefix",
            paramLabel = "FOLDER",
            description = "For all who use FOLDER/share/jupyter, as /usr/local.")
    Path prefix;

    boolean runs() {
        return "run".equals(verb) && connection != null;
    }

    int install(PrintStream out, PrintStream err) {
        if (!"install".equals(verb) || connection != null) {
            return Main.usage(err, "dockline kernel install, or dockline kernel run FILE.");
        }
        var launcher = System.getProperty("dockline.launcher", "dockline");
        var jupyter = prefix == null ? Installation.userFolder(System.getenv()) : prefix.resolve("share/jupyter");
        try {
            out.println("Jupyter knows Dockline now: " + Installation.install(jupyter, launcher));
            return ExitCode.OK;
        } catch (IOException e) {
            err.println("Cannot install the kernel: " + e + ".\nTry: dockline kernel install --prefix FOLDER");
            return ExitCode.REFUSED;
        }
    }
}
