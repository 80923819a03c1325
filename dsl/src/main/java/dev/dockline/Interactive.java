package dev.dockline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.engine.Act;
import dev.dockline.engine.Engine;
import dev.dockline.engine.Keys;
import dev.dockline.error.ContainerNotRunning;
import dev.dockline.error.NoTerminal;
import java.io.IOException;
import java.util.List;

/** A terminal that is given to a program in a container for as long as that runs. */
final class Interactive {
    private static final String BASH_ELSE_SH = "exec $(command -v bash || command -v sh)";

    private final Docker docker;
    private final Container container;

    Interactive(Docker docker, Container container) {
        this.docker = docker;
        this.container = container;
    }

    void shell() {
        var act = container.act("open a shell in");
        String target = container.target("open a shell in");
        docker.beyond(act, () -> null, () -> {
            var client = docker.link().docker();
            var id = client.execCreateCmd(target)
                    .withAttachStdin(true)
                    .withAttachStdout(true)
                    .withAttachStderr(true)
                    .withTty(true)
                    .withEnv(List.of("TERM=" + System.getenv().getOrDefault("TERM", "xterm")))
                    .withCmd("/bin/sh", "-c", BASH_ELSE_SH)
                    .exec()
                    .getId();
            try (var keys = keys(act, "container(\"" + container.name() + "\").exec(\"sh\", \"-c\", \"…\")")) {
                var conversation = new Conversation(docker.link().startExec(id, true), true);
                resized(
                        keys,
                        () -> client.resizeExecCmd(id)
                                .withSize(keys.rows(), keys.columns())
                                .exec());
                conversation.hold(keys.in(), Output.passedTo(docker.terminal()));
            }
            return null;
        });
    }

    void attach() {
        var act = container.act("attach to");
        String target = container.target("attach to");
        docker.beyond(act, () -> null, () -> {
            var json = docker.link().read("/containers/" + Engine.part(target) + "/json");
            // An engine accepts this for a stopped container, and is silent for ever.
            if (!json.path("State").path("Running").asBoolean()) {
                throw new ContainerNotRunning(
                        act.what(),
                        container.name(),
                        json.path("State").path("Status").asText(),
                        null);
            }
            attach(act, target, json.path("Config"));
            return null;
        });
    }

    private void attach(Act act, String target, JsonNode config) throws IOException {
        boolean tty = config.path("Tty").asBoolean();
        var output = Output.passedTo(docker.terminal());
        if (!tty || !config.path("OpenStdin").asBoolean()) {
            new Conversation(docker.link().listen(target), tty).listen(output);
            return;
        }
        try (var keys = keys(act, "container(\"" + container.name() + "\").follow()")) {
            var conversation = new Conversation(docker.link().attach(target), true);
            resize(docker, target, keys);
            conversation.hold(keys.in(), output);
        }
    }

    private Keys keys(Act act, String next) {
        return docker.terminal().takeKeys().orElseThrow(() -> new NoTerminal(act.what(), next));
    }

    /** Keeps the terminal of a container as large as that of the user. */
    static void resize(Docker docker, String container, Keys keys) {
        resized(
                keys,
                () -> docker.link()
                        .docker()
                        .resizeContainerCmd(container)
                        .withSize(keys.rows(), keys.columns())
                        .exec());
    }

    private static void resized(Keys keys, Runnable resize) {
        Runnable quietly = () -> {
            try {
                resize.run();
            } catch (RuntimeException over) {
                // The program has ended, or has not begun: its size matters to nobody.
            }
        };
        quietly.run();
        keys.onResize(quietly);
    }
}
