package dev.dockline.shell.prompt;

import dev.dockline.shell.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** What the stories at the prompt begin with: a shell on a screen, in a home of its own. */
abstract class PromptStory {
    static final String PROMPT = "dockline>";
    static final String EMBEDDED = "dockline·embedded>";

    @TempDir
    Path folder;

    int width = 80;
    int height = 40;

    /** More of the environment, to be set before the start. */
    final Map<String, String> environment = new HashMap<>();

    Screen start(String terminal, String... arguments) throws Exception {
        return greeted("Try: ", terminal, arguments);
    }

    Screen greeted(String greeting, String terminal, String... arguments) throws Exception {
        var command = new ArrayList<>(Run.command(arguments));
        command.add(1, "-Ddockline.interactive=true");
        var environment = Run.environment(folder);
        environment.putAll(this.environment);
        environment.put("TERM", terminal);
        environment.put("DOCKER_HOST", "unix:///nosuch.sock");
        var screen = new Screen(folder, environment, command, width, height);
        screen.await(text -> text.contains(greeting) && text.endsWith(">"));
        return screen;
    }

    Screen start() throws Exception {
        return start("xterm-256color");
    }

    Screen embedded() throws Exception {
        var screen = greeted("embedded engine", "xterm-256color", "--engine", "embedded");
        screen.awaitEnd(EMBEDDED);
        return screen;
    }
}
