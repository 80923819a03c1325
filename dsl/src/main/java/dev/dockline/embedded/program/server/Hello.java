package dev.dockline.embedded.program.server;

import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** What hello-world runs. */
final class Hello implements Program {
    private static final String TEXT = """

            Hello from Docker!
            This message shows that a container can run here, on Dockline's embedded engine:
             1. The client asked the engine for a container of the "hello-world" image.
             2. The engine made it, with files of its own.
             3. The container ran the program that printed what you are reading.
             4. The engine passed its output on to the client.

            To try something more ambitious, run a shell in a container of the "ubuntu" image.

            """;

    @Override
    public int run(Process process) throws IOException {
        process.print(TEXT);
        return 0;
    }
}
