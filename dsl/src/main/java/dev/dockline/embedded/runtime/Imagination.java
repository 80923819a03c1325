package dev.dockline.embedded.runtime;

import dev.dockline.embedded.fs.FileView;
import dev.dockline.embedded.fs.Layer;
import dev.dockline.embedded.model.Config;
import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.model.ContainerSpec;
import dev.dockline.embedded.model.Ids;
import dev.dockline.embedded.model.Image;
import dev.dockline.embedded.model.PortBinding;
import dev.dockline.embedded.model.Signals;
import dev.dockline.embedded.program.Executable;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.ProcessTable;
import dev.dockline.embedded.program.Program;
import dev.dockline.embedded.program.Streams;
import java.io.Closeable;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Where nothing runs, listens or is written: a container is up until it is stopped. What its program would do is not known. */
final class Imagination implements World {
    private final Daemon daemon;

    Imagination(Daemon daemon) {
        this.daemon = daemon;
    }

    @Override
    public void require(ContainerSpec spec) {
        // What another engine can do, it can do here.
    }

    @Override
    public boolean bring(String reference) {
        var unknown = new Config(List.of("?"), null, List.of(), Map.of(), "", "", Set.of(), Set.of(), "", null);
        var id = "sha256:" + Ids.random();
        var image = new Image(id, daemon.model().now(), unknown, 0, "", "", List.of());
        daemon.addImage(image, reference, Layer.EMPTY);
        return true;
    }

    @Override
    public void fill(Container container) {
        // Nothing is written.
    }

    @Override
    public Launched launch(Container container, OpenPorts ports) {
        var table = new ProcessTable(name -> null, container.name());
        var output = daemon.output(container);
        var streams = new Streams(InputStream.nullInputStream(), output.stream(1), output.stream(2));
        FileView nowhere = null;
        var words = container.config().command();
        var start = new Process.Start(words, Map.of(), "/", streams, nowhere, null, null);
        var run = new Run(container.name(), table, start, output, null, ports);
        return new Launched(run, new Executable(untilStopped(container), List.copyOf(words)));
    }

    private static Program untilStopped(Container container) {
        var signal = Signals.find(container.config().stopSignal()).orElse(Signals.TERM);
        return process -> {
            var stopped = new CountDownLatch(1);
            process.onSignal(signal, stopped::countDown);
            stopped.await();
            return 0;
        };
    }

    @Override
    public Closeable open(PortBinding binding, String machine, String gateway) {
        return () -> {};
    }
}
