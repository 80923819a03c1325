package dev.dockline.shell.prompt;

import dev.dockline.shell.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Stories at a prompt whose engine is another process, to be used by others, stopped and killed. */
abstract class EngineStory extends PromptStory {
    Process engine;
    Path socket;

    @BeforeEach
    void serve() throws Exception {
        socket = folder.resolve("engine.sock");
        startEngine();
    }

    void startEngine() throws Exception {
        var builder = new ProcessBuilder(Run.command("serve", "unix://" + socket)).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(Run.environment(folder));
        engine = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("engine.log").toFile())
                .start();
        Awaitility.await().until(() -> Files.exists(socket));
    }

    @AfterEach
    void killEngine() throws Exception {
        engine.destroyForcibly();
        engine.waitFor(10, TimeUnit.SECONDS);
    }

    Screen connected() throws Exception {
        return greeted(socket.getFileName().toString(), "xterm-256color", "--engine", "unix://" + socket);
    }
}
