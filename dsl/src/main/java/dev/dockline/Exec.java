package dev.dockline;

import dev.dockline.engine.Act;
import dev.dockline.engine.Handover;
import dev.dockline.spec.Command;
import java.io.IOException;
import java.util.List;

/** A command run in a container that runs, while its output is shown. */
final class Exec {
    private final Docker docker;
    private final Container container;
    private final List<String> command;
    private final Act act;
    private final Stdin stdin;

    Exec(Docker docker, Container container, List<String> command) {
        this(docker, container, command, null);
    }

    /** A command that reads; null for one that does not. */
    Exec(Docker docker, Container container, List<String> command, Stdin stdin) {
        this.stdin = stdin;
        this.docker = docker;
        this.container = container;
        this.command = command;
        this.act = new Act("exec in", "container", container.name());
    }

    Outcome checked() {
        var outcome = outcome();
        if (!outcome.succeeded()) {
            throw new CommandFailed(act.what(), new Command(command).cli(), outcome);
        }
        return outcome;
    }

    Outcome outcome() {
        String target = container.target("exec in");
        return docker.beyond(act, () -> Outcome.UNKNOWN, () -> run(target, Output.shownOn(docker.terminal())));
    }

    /** Runs a command without showing what it writes, from within another verb's work. */
    static Outcome quietly(Docker docker, String id, String... command) throws InterruptedException, IOException {
        return new Exec(docker, docker.container(), List.of(command)).run(id, Output.kept());
    }

    private Outcome run(String target, Output shown) throws InterruptedException, IOException {
        var client = docker.link().docker();
        var id = client.execCreateCmd(target)
                .withAttachStdout(true)
                .withAttachStderr(true)
                .withAttachStdin(stdin != null)
                .withCmd(command.toArray(String[]::new))
                .exec()
                .getId();
        var output = Handover.closeOnCancel(shown);
        if (stdin == null) {
            client.execStartCmd(id).exec(output).awaitCompletion();
        } else {
            try (var input = stdin.open()) {
                new Conversation(docker.link().startExec(id, false), false).hold(input, output);
            }
        }
        return output.ended(client.inspectExecCmd(id).exec().getExitCodeLong().intValue());
    }
}
