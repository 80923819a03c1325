package dev.dockline;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.WaitContainerCondition;
import dev.dockline.engine.Act;
import dev.dockline.engine.Handover;
import dev.dockline.engine.Keys;
import dev.dockline.error.EngineRefused;
import dev.dockline.spec.Attach;
import dev.dockline.spec.Command;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.Switch;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A container that is run to its end while its output is shown, and is gone afterwards.
 *
 * <p>Attached and waited for before it starts, or a short command would be over first. The engine removes it, so that
 * nothing stays even when this process dies meanwhile.
 */
final class Call {
    private static final int SUBSCRIBED_SECONDS = 2;

    private final Docker docker;
    private final ContainerSpec spec;
    private final Act act;
    private final Stdin stdin;

    Call(Docker docker, ContainerSpec spec) {
        this(docker, spec, null);
    }

    /** A call that reads; null for one that does not. */
    Call(Docker docker, ContainerSpec spec, Stdin stdin) {
        this.docker = docker;
        this.stdin = stdin;
        this.spec = (stdin == null ? spec : spec.with(Attach.STDIN)).with(Switch.AUTO_REMOVE);
        this.act = new Act("call", "container", spec.name());
    }

    Outcome checked() {
        var outcome = outcome();
        if (!outcome.succeeded()) {
            String command = spec.one(Command.class).map(Command::cli).orElse("the image's command");
            throw new CommandFailed(act.what(), command, outcome);
        }
        return outcome;
    }

    Outcome outcome() {
        return docker.beyond(act, this::planned, () -> {
            var making = new Making(docker, act);
            var made = making.make(spec);
            docker.touched(made.id());
            var outcome = making.orDiscard(() -> attached(made.id()));
            making.releaseLinks();
            return outcome;
        });
    }

    // What stays of a call is what it made: volumes with names, an image that was brought.
    private Outcome planned() {
        return docker.act(act, () -> {
            var making = new Making(docker, act);
            making.make(spec);
            making.discard();
            return Outcome.UNKNOWN;
        });
    }

    private Outcome attached(String id) throws InterruptedException, IOException {
        if (stdin != null) {
            return talking(id, stdin.open(), () -> {});
        }
        // As "docker run -it" does; where nobody types, its input stays silent.
        var keys = spec.has(Switch.TTY) && spec.has(Switch.INTERACTIVE)
                ? docker.terminal().takeKeys()
                : Optional.<Keys>empty();
        if (keys.isEmpty()) {
            return listening(id);
        }
        try (var typed = keys.get()) {
            return talking(id, typed.in(), () -> Interactive.resize(docker, id, typed));
        }
    }

    private Outcome talking(String id, InputStream source, Runnable started) throws InterruptedException, IOException {
        var client = docker.link().docker();
        var output = Output.shownOn(docker.terminal());
        var conversation = new Conversation(docker.link().attach(id), spec.has(Switch.TTY));
        var exit = wait(client, id, WaitContainerCondition.NEXT_EXIT);
        var gone = wait(client, id, WaitContainerCondition.REMOVED);
        try (var input = source) {
            start(client, id);
            started.run();
            conversation.hold(input, output);
        }
        int code = exit.awaitStatusCode();
        gone.awaitCompletion();
        return output.ended(code);
    }

    private Outcome listening(String id) throws InterruptedException {
        var client = docker.link().docker();
        var output = Handover.closeOnCancel(Output.shownOn(docker.terminal()));
        client.attachContainerCmd(id)
                .withStdOut(true)
                .withStdErr(true)
                .withFollowStream(true)
                .exec(output);
        // Podman prepares the container for this, and answers nothing where it cannot; the start then says why.
        output.awaitStarted(SUBSCRIBED_SECONDS, TimeUnit.SECONDS);
        var exit = wait(client, id, WaitContainerCondition.NEXT_EXIT);
        var gone = wait(client, id, WaitContainerCondition.REMOVED);
        start(client, id);
        int code = exit.awaitStatusCode();
        output.awaitCompletion();
        gone.awaitCompletion();
        return output.ended(code);
    }

    // Podman prepares a container when it is attached to, and where it cannot, may remove it before the start could
    // tell why.
    private void start(DockerClient client, String id) {
        try {
            client.startContainerCmd(id).exec();
        } catch (NotFoundException gone) {
            throw new EngineRefused(
                    act.what(),
                    "the engine could not prepare it and gave no reason; perhaps its image has no such program",
                    gone);
        }
    }

    private static WaitContainerResultCallback wait(DockerClient client, String id, WaitContainerCondition condition)
            throws InterruptedException {
        var callback = Handover.closeOnCancel(
                client.waitContainerCmd(id).withCondition(condition).exec(new WaitContainerResultCallback()));
        // The engine answers with headers as soon as it waits; a start before that could be over unnoticed.
        callback.awaitStarted(SUBSCRIBED_SECONDS, TimeUnit.SECONDS);
        return callback;
    }
}
