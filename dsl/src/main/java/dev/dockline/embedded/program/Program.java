package dev.dockline.embedded.program;

import java.io.IOException;

/** Something that containers run: a tool, a shell, a server. Returns the exit code. */
@FunctionalInterface
public interface Program {
    int run(Process process) throws IOException, InterruptedException;
}
