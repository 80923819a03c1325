package dev.dockline.shell;

import dev.dockline.embedded.EmbeddedEngine;
import dev.dockline.shell.script.ExitCode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dockline serve unix:///path}: the embedded engine for other programs, until Ctrl-C. */
@Command(
        name = "serve",
        description =
                "Answers Docker's API on a unix socket, by the embedded engine: for the docker CLI and other clients.")
final class Serve {
    private static final String SCHEME = "unix://";

    @Parameters(paramLabel = "unix:///path", description = "Where to listen; the socket is for its owner alone.")
    String url;

    @Option(
            names = "--state",
            paramLabel = "FOLDER",
            description = "Keeps containers, volumes and images there. Default: they go when it ends.")
    Path state;

    int run(PrintStream out, PrintStream err) {
        if (!url.startsWith(SCHEME + "/")) {
            return Main.usage(err, "Cannot serve at " + url + ": it is no unix:///path.");
        }
        var path = Path.of(url.substring(SCHEME.length()));
        try {
            var engine = state == null ? EmbeddedEngine.start() : EmbeddedEngine.at(state);
            engine.serve(path);
        } catch (IOException e) {
            err.println("Cannot serve at " + url + ": " + e.getMessage() + ".\nTry: another path");
            return ExitCode.REFUSED;
        }
        out.println("Dockline's embedded engine answers at " + url + " until Ctrl-C; for another terminal:");
        out.println("  export DOCKER_HOST=" + url);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.OK;
    }
}
