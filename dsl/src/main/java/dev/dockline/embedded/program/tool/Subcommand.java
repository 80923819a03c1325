package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.Errno;
import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.program.Executable;
import dev.dockline.embedded.program.Process;
import java.io.IOException;
import java.util.List;

/** Runs another program for a tool, with the tool's own streams, and waits for its end. */
final class Subcommand {
    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;

    private Subcommand() {}

    /** Its exit code; one that cannot be run is complained of. */
    static int run(Process process, List<String> argv) throws IOException {
        var start = process.start().withArgv(argv);
        try {
            var found = Executable.find(process.table().programs(), start);
            return new Process(process.table(), start.withArgv(found.argv())).run(found.program());
        } catch (FileError e) {
            process.complain(argv.get(0) + ": " + e.getMessage());
            return e.errno() == Errno.ENOENT ? NOT_FOUND : NOT_EXECUTABLE;
        }
    }
}
