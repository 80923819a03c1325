package dev.dockline.embedded.runtime;

import dev.dockline.embedded.io.Pipe;
import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.model.ContainerSpec;
import dev.dockline.embedded.model.PortBinding;
import dev.dockline.embedded.model.Refused;
import dev.dockline.embedded.net.PublishedPort;
import dev.dockline.embedded.program.ProcessTable;
import dev.dockline.embedded.program.Streams;
import dev.dockline.embedded.program.Window;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** This host: the engine's own programs on threads, files on its disk, real ports. */
final class Host implements World {
    private static final Set<String> RESTARTING = Set.of("always", "on-failure", "unless-stopped");

    private final Daemon daemon;

    Host(Daemon daemon) {
        this.daemon = daemon;
    }

    @Override
    public void require(ContainerSpec spec) {
        for (var mount : spec.host().mounts()) {
            if (mount.type().equals("bind") && mount.source().startsWith("/") && !Files.exists(Path.of(mount.source())))
                throw Refused.badRequest(
                        "invalid mount config for type \"bind\": bind source path does not exist: " + mount.source());
        }
        var policy = spec.sent().at("/HostConfig/RestartPolicy/Name").asText("");
        if (RESTARTING.contains(policy) && !spec.host().autoRemove())
            throw Refused.notDone("restarts no container by itself: restart policy '" + policy + "'");
    }

    @Override
    public boolean bring(String reference) {
        return false;
    }

    @Override
    public void fill(Container container) throws IOException {
        new ContainerFiles(daemon.storage(), container).copyUp();
    }

    @Override
    public Launched launch(Container container, OpenPorts ports) throws IOException, Launch.Unlaunchable {
        new ContainerFiles(daemon.storage(), container).prepare();
        var stdin = container.spec().openStdin() ? new Pipe() : null;
        var output = daemon.output(container);
        var table = new ProcessTable(daemon.programs(), container.name());
        var tty = container.spec().tty();
        var in = stdin == null ? InputStream.nullInputStream() : stdin.in();
        var streams = new Streams(in, output.stream(1), output.stream(tty ? 1 : 2));
        var window = tty ? new Window() : null;
        var start = daemon.lifecycle()
                .processStart(container, container.config().user(), List.of(), window)
                .withArgv(container.config().command())
                .withStreams(tty ? Terminal.of(streams, window) : streams);
        var executable = Launch.find(daemon.programs(), start);
        return new Launched(new Run(container.name(), table, start, output, stdin, ports), executable);
    }

    @Override
    public Closeable open(PortBinding binding, String machine, String gateway) throws IOException {
        var port = binding.port();
        if (port.protocol().equals("udp")) return PublishedPort.udp(binding.hostIp(), binding.hostPort());
        return PublishedPort.tcp(
                binding.hostIp(),
                binding.hostPort(),
                gateway,
                client -> daemon.fabric().take(client, machine, port.number()));
    }
}
