package dev.dockline.embedded.build;

import dev.dockline.embedded.io.Pipe;
import dev.dockline.embedded.json.CreateRequest;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.model.Image;
import dev.dockline.embedded.runtime.Daemon;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** {@code RUN}: a container of what has been built so far, which is gone again afterwards. */
final class RunStep implements AutoCloseable {
    private final Daemon daemon;
    private final List<String> command;
    private final Container container;

    RunStep(Daemon daemon, Image image, List<String> command, List<String> environment) {
        this.daemon = daemon;
        this.command = command;
        var request = Json.object().put("Image", image.id());
        request.set("Cmd", Json.strings(command));
        // One empty word stands for no entrypoint, in place of the image's.
        request.putArray("Entrypoint").add("");
        request.set("Env", Json.strings(environment));
        request.putObject("Healthcheck").putArray("Test").add("NONE");
        container = daemon.create("", CreateRequest.read(request));
    }

    Container container() {
        return container;
    }

    String commandLine() {
        return String.join(" ", command);
    }

    /** Runs it to its end; what it writes is passed on. */
    void run(Builder.Listener listener) throws BuildError, IOException, InterruptedException {
        var pipe = new Pipe();
        daemon.output(container).attach(pipe, true, true, false);
        var exit = daemon.model().locked(() -> daemon.await(container, "next-exit"));
        daemon.lifecycle().start(container.id());
        try (var lines = new BufferedReader(new InputStreamReader(pipe.in(), StandardCharsets.UTF_8))) {
            for (String line; (line = lines.readLine()) != null; ) listener.say(line + "\n");
            int code = exit.get();
            if (code != 0)
                throw new BuildError("The command '" + commandLine() + "' returned a non-zero code: " + code);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        daemon.lifecycle().remove(container.id(), true, true);
    }
}
