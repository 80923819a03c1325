package dev.dockline.embedded.runtime;

import dev.dockline.embedded.fs.FileView;
import dev.dockline.embedded.fs.Layer;
import dev.dockline.embedded.fs.SharedFiles;
import dev.dockline.embedded.fs.Storage;
import dev.dockline.embedded.io.Threads;
import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.model.ContainerSpec;
import dev.dockline.embedded.model.Image;
import dev.dockline.embedded.model.KeptContainer;
import dev.dockline.embedded.model.Model;
import dev.dockline.embedded.model.PortBinding;
import dev.dockline.embedded.model.Refused;
import dev.dockline.embedded.net.Fabric;
import dev.dockline.embedded.program.Programs;
import dev.dockline.embedded.program.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Joins the model with what it stands for: files, running programs, open ports. What changes both does so within the
 * model's lock, so that neither is ever seen without the other.
 */
public final class Daemon implements AutoCloseable {
    private final Model model;
    private final Clock clock;
    private final Storage storage;
    private final Fabric fabric = new Fabric();
    private final Programs programs;
    private final World world;
    private final Map<String, Layer> layers = new HashMap<>();
    private final Set<String> dropped = new HashSet<>();
    private final Map<String, Run> runs = new HashMap<>();
    private final Map<String, Output> outputs = new HashMap<>();
    private final ExecutorService threads = Threads.pool("dockline-run");
    private final Waits waits = new Waits();
    private final Lifecycle lifecycle = new Lifecycle(this);
    private final Execs execs = new Execs(this);

    private Daemon(Clock clock, Programs programs, Storage storage, Function<Daemon, World> world) {
        this.storage = storage;
        this.clock = clock;
        this.model = new Model(clock);
        this.programs = programs;
        this.world = world.apply(this);
        model.onChange(this::deleteGone);
    }

    /** One whose containers run these programs on this host. */
    public static Daemon onHost(Clock clock, Programs programs, Storage storage) {
        return new Daemon(clock, programs, storage, Host::new);
    }

    /** One that only keeps the books: no program runs, no port opens, no path of the host is touched. */
    public static Daemon imagining(Clock clock) {
        return new Daemon(clock, name -> null, Storage.apart(), Imagination::new);
    }

    public Model model() {
        return model;
    }

    public Storage storage() {
        return storage;
    }

    public Lifecycle lifecycle() {
        return lifecycle;
    }

    public Execs execs() {
        return execs;
    }

    Fabric fabric() {
        return fabric;
    }

    /** Brings an image from elsewhere; false where there is nowhere to bring it from. */
    public boolean bring(String reference) {
        return world.bring(reference);
    }

    World world() {
        return world;
    }

    Programs programs() {
        return programs;
    }

    Map<String, Run> runs() {
        return runs;
    }

    /** The threads of the containers' first programs. */
    ExecutorService threads() {
        return threads;
    }

    Waits waits() {
        return waits;
    }

    Output output(String id) {
        return outputs.get(id);
    }

    /** What containers of an image begin with. */
    public Layer layer(String imageId) {
        return model.locked(() -> layers.get(imageId));
    }

    /** Adds an image and what its containers begin with. */
    public void addImage(Image image, String reference, Layer layer) {
        model.locked(() -> {
            layers.put(image.id(), layer);
            dropped.remove(image.id());
            model.images().add(image, reference);
        });
    }

    public Container create(String name, ContainerSpec spec) {
        world.require(spec);
        return model.locked(() -> {
            var container = made(name, named(spec));
            try {
                storage.addContainer(container.id(), files(container.imageId()));
                world.fill(container);
            } catch (IOException | Refused e) {
                model.containers().remove(container, true);
                throw e instanceof Refused refused ? refused : Refused.failed(e.toString());
            }
            outputs.put(
                    container.id(),
                    new Output(clock, storage.container(container.id()).log()));
            return container;
        });
    }

    private SharedFiles files(String imageId) throws IOException {
        return storage.shared(imageId, layers.get(imageId));
    }

    private static ContainerSpec named(ContainerSpec spec) {
        var own = !spec.host().network().equals("host") || !spec.hostname().isEmpty();
        return own ? spec : spec.named(HostName.get());
    }

    // Volumes that a refused request has made stay.
    private Container made(String name, ContainerSpec spec) {
        try {
            return model.containers().create(name, spec);
        } catch (Refused e) {
            try {
                for (var volume : model.volumes().all()) storage.addVolume(volume.name());
            } catch (IOException failed) {
                throw Refused.failed(failed.toString());
            }
            throw e;
        }
    }

    /** Takes up a container of an earlier session; one that was to go at its end is gone. */
    public void restore(KeptContainer kept) {
        model.containers().restore(kept);
        var container = model.containers().get(kept.id());
        if (kept.spec().host().autoRemove() && kept.state().running()) {
            model.containers().remove(container, true);
            return;
        }
        try {
            storage.addContainer(kept.id(), files(kept.imageId()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        outputs.put(kept.id(), new Output(clock, storage.container(kept.id()).log()));
    }

    /** Takes up a container as another engine has it, one that runs too. */
    public void adopt(KeptContainer kept, List<PortBinding> published) throws IOException {
        var container = model.containers().adopt(kept, published);
        storage.addContainer(kept.id(), storage.shared(kept.imageId(), Layer.EMPTY));
        outputs.put(kept.id(), new Output(clock, storage.container(kept.id()).log()));
        if (kept.state().running()) lifecycle.resume(container);
    }

    private void deleteGone(String type, String id) {
        if (type.equals("container")) deleteGoneContainer(id);
        if (type.equals("volume")) deleteGoneVolume(id);
        if (!dropped.isEmpty()) deleteUnusedImages();
    }

    private void deleteGoneContainer(String id) {
        if (model.containers().byId(id).isPresent()) return;
        storage.removeContainer(id);
        outputs.remove(id);
    }

    private void deleteGoneVolume(String name) {
        if (model.volumes().find(name).isEmpty()) storage.removeVolume(name);
    }

    // The files of an image are those of its containers too, for as long as there are any.
    private void deleteUnusedImages() {
        var used = model.containers().all().stream().map(Container::imageId).collect(Collectors.toSet());
        for (var id : List.copyOf(dropped)) {
            if (used.contains(id)) continue;
            storage.removeImage(id);
            dropped.remove(id);
        }
    }

    /** Deletes what an earlier session has left in the folder and nobody knows any more. */
    public void sweep() {
        storage.containers().forEach(this::deleteGoneContainer);
        storage.volumes().forEach(this::deleteGoneVolume);
        for (var name : storage.images()) {
            var id = name.replaceFirst("-", ":");
            if (!layers.containsKey(id)) dropped.add(id);
        }
        deleteUnusedImages();
    }

    /** Takes an image away that has no name and that nobody uses; another one stays. */
    public void discardNameless(Image image) {
        model.locked(() -> {
            if (!model.images().tags(image).isEmpty()
                    || !model.images().users(image).isEmpty()) return;
            if (model.images().drop(image)) dropLayer(image.id());
        });
    }

    /** An image is gone: so are its files, once no container needs them. */
    public void dropLayer(String imageId) {
        layers.remove(imageId);
        dropped.add(imageId);
    }

    /** The files of a container, running or not. */
    public FileView files(Container container) {
        return new ContainerFiles(storage, container).view();
    }

    /** The same, for someone outside it: the places of its mounts are made if they are not there. */
    public FileView filesOf(Container container) throws IOException {
        var files = new ContainerFiles(storage, container);
        return runs.containsKey(container.id()) ? files.view() : files.mountedView();
    }

    /** The files of a container without what is mounted into it. */
    public FileView ownFiles(Container container) {
        return new ContainerFiles(storage, container).bare();
    }

    /** What a container writes and has written. */
    public Output output(Container container) {
        return outputs.get(container.id());
    }

    /** The processes of a running container. */
    public dev.dockline.embedded.program.ProcessTable processes(Container container) {
        return runs.get(container.id()).table();
    }

    /** The window of the terminal of what runs in it; null where there is none. */
    public Window window(Container container) {
        var run = runs.get(container.id());
        return run == null ? null : run.start().window();
    }

    /** The container's standard input; null where it runs without, or not at all. */
    public dev.dockline.embedded.io.Pipe stdin(Container container) {
        var run = runs.get(container.id());
        return run == null ? null : run.stdin();
    }

    /** Completes with the exit code when the condition holds: not-running, next-exit, removed. */
    public CompletableFuture<Integer> await(Container container, String condition) {
        return switch (condition) {
            case "", "not-running" ->
                container.state().running()
                        ? waits.nextExit(container)
                        : CompletableFuture.completedFuture(container.state().exitCode());
            case "next-exit" -> waits.nextExit(container);
            case "removed" -> waits.removal(container);
            default -> throw Refused.badRequest("invalid condition: \"" + condition + "\"");
        };
    }

    /** Rewrites the hosts files of those linked to a container, which has another address now. */
    void writeHosts(Container moved) {
        for (var id : runs.keySet()) {
            var container = model.containers().byId(id).orElseThrow();
            if (container.links().containsValue(moved.id())) writeOwnHosts(container);
        }
    }

    public void writeOwnHosts(Container container) {
        rewrite(container, "hosts", container.hosts().text());
    }

    void writeOpenPorts(Container container) {
        model.locked(() -> {
            // The last ports close when the container is already going.
            if (runs.containsKey(container.id()))
                rewrite(container, OpenPortsFile.NAME, OpenPortsFile.text(fabric.ports(container.id())));
        });
    }

    private void rewrite(Container container, String name, String text) {
        try {
            storage.container(container.id()).generated(name).write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What ought always to hold and does not now. */
    public List<String> violations() {
        return model.locked(() -> {
            var all = new ArrayList<>(model.violations());
            new Reality(this).check(all);
            return all;
        });
    }

    /** Ends all programs, closes all ports, deletes all files. */
    @Override
    public void close() {
        var ending = model.locked(() -> List.copyOf(runs.values()));
        ending.forEach(run -> run.signal(dev.dockline.embedded.model.Signals.KILL));
        ending.forEach(run -> run.await(5));
        threads.shutdown();
        storage.close();
    }
}
