package dev.dockline.embedded.runtime;

import dev.dockline.embedded.fs.Errno;
import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.Paths;
import dev.dockline.embedded.model.Refused;
import dev.dockline.embedded.program.Executable;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Programs;
import java.io.IOException;

/** Finds the program a container is to run, or says in Docker's words why it cannot run. */
final class Launch {
    static final String FAILED = "failed to create task for container: failed to create shim task: OCI runtime create"
            + " failed: runc create failed: unable to start container process: error during container init: ";
    static final int NOT_EXECUTABLE = 126;
    static final int NOT_FOUND = 127;

    /** A command that cannot be run: the words after the prefix, and the exit code it gives. */
    static final class Unlaunchable extends Exception {
        private static final long serialVersionUID = 1L;

        private final int code;

        private Unlaunchable(int code, String message) {
            super(message);
            this.code = code;
        }

        int code() {
            return code;
        }

        Refused refused() {
            return Refused.badRequest(FAILED + getMessage());
        }
    }

    private Launch() {}

    static Executable find(Programs programs, Process.Start start) throws IOException, Unlaunchable {
        var command = start.argv().get(0);
        var said = "exec: \"" + command + "\": ";
        try {
            return Executable.find(programs, start);
        } catch (Executable.BadFormat e) {
            throw new Unlaunchable(
                    NOT_EXECUTABLE, said + "exec format error: the embedded engine runs its own programs only");
        } catch (FileError e) {
            if (e.errno() != Errno.ENOENT) throw new Unlaunchable(NOT_EXECUTABLE, said + denied(start, command));
            var inPath = !command.contains("/");
            throw new Unlaunchable(
                    NOT_FOUND,
                    said
                            + (inPath
                                    ? "executable file not found in $PATH"
                                    : "stat " + command + ": no such file or directory"));
        }
    }

    private static String denied(Process.Start start, String command) throws IOException {
        var folder = start.files().isDirectory(Paths.absolute(start.cwd(), command));
        return folder ? "is a directory: permission denied" : "permission denied";
    }
}
