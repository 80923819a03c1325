package dev.dockline;

import dev.dockline.embedded.EmbeddedEngine;
import dev.dockline.engine.Act;
import dev.dockline.engine.Discovery;
import dev.dockline.engine.Engine;
import dev.dockline.engine.EngineAddress;
import dev.dockline.engine.Handover;
import dev.dockline.engine.Refusals;
import dev.dockline.engine.Terminal;
import dev.dockline.error.NoSuchContainer;
import dev.dockline.error.NotUndone;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.state.ContainerState;
import dev.dockline.state.Delta;
import dev.dockline.state.EngineState;
import dev.dockline.state.PublishedPort;
import dev.dockline.state.Snapshot;
import dev.dockline.view.Listing;
import dev.dockline.view.Topology;
import dev.dockline.view.Tree;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One connection to one engine.
 *
 * <p>Any number of threads may use it at once. Its verbs run on worker threads while the caller waits; an interrupt of
 * the caller ends the waiting with {@link dev.dockline.error.Interrupted}.
 *
 * <pre>{@code
 * try (var docker = Docker.connect()) {
 *     docker.container("web").image("training/webapp").publish(5000).run();
 * }
 * }</pre>
 */
public final class Docker implements AutoCloseable {
    private final Engine engine;
    private final Planning planning;
    private final Refusals refusals;
    private final List<Changes> watching = new CopyOnWriteArrayList<>();
    private final Lately lately = new Lately();
    private final Snapshots snapshots;
    private final Journal journal = new Journal(this);
    private volatile Terminal terminal = Terminal.plain();
    private volatile Mirror mirror;

    private Docker(Engine engine) {
        this(engine, null);
    }

    private Docker(Engine engine, Planning planning) {
        this.engine = engine;
        this.snapshots = new Snapshots(engine, lately);
        this.planning = planning;
        this.refusals = new Refusals(engine);
    }

    static Docker imagined(EmbeddedEngine engine, Planning planning) {
        return Handover.call("Cannot plan", () -> new Docker(Engine.open(engine), planning));
    }

    /**
     * Connects to the engine that is meant here: DOCKER_HOST, the current docker context, the usual sockets, else the
     * engine inside this process.
     *
     * @throws dev.dockline.error.EngineUnreachable if what is named, or a socket that exists, does not answer
     */
    public static Docker connect() {
        return open(new Discovery().find());
    }

    /**
     * Connects to the engine at an address: {@code unix:///…}, {@code tcp://host:port}, {@code embedded}, or {@code
     * embedded:FOLDER} for one that keeps its state there.
     *
     * @throws dev.dockline.error.EngineUnreachable if nobody answers there
     */
    public static Docker connect(String engine) {
        return open(new EngineAddress(engine, "named"));
    }

    /** Connects to an engine in this process, which stays the caller's to close. */
    public static Docker connect(EmbeddedEngine engine) {
        return Handover.call("Cannot connect", () -> new Docker(Engine.open(engine)));
    }

    private static Docker open(EngineAddress address) {
        return Handover.call("Cannot connect", () -> new Docker(Engine.open(address)));
    }

    /** A fresh declaration under a name, or the way to the container that has it. */
    public Container container(String name) {
        return new Container(this, ContainerSpec.named(name));
    }

    /** A fresh declaration without a name; the engine finds one. */
    public Container container() {
        return container("");
    }

    /**
     * A declaration of what a {@code docker run} or {@code docker create} line says: {@code docker.from("docker run -d -P web")}.
     *
     * @throws dev.dockline.error.MalformedRunLine if it is none, or has a flag that is not read
     */
    public Container from(String runLine) {
        return new Container(this, ContainerSpec.parse(runLine));
    }

    /** A fresh declaration under a name, edited by a block: {@code container("web", it -> it.image("x").publish(80))}. */
    public Container container(String name, Consumer<Container> block) {
        var container = container(name);
        block.accept(container);
        if (container.declaration().settings().isEmpty()) {
            terminal.err()
                    .println("container(\"" + name + "\", …): the block declared nothing; inside it, nouns go"
                            + " to its argument: it -> it.image(\"busybox\")");
        }
        return container;
    }

    /** A volume by its name. */
    public Volume volume(String name) {
        return new Volume(this, name);
    }

    /** A network by its name. */
    public Network network(String name) {
        return new Network(this, name);
    }

    /** An image by its reference. */
    public Image image(String reference) {
        return new Image(this, reference);
    }

    /** All containers, running or not, the newest first. */
    public Containers containers() {
        return reached().allContainers();
    }

    /**
     * The container that was made last.
     *
     * @throws NoSuchContainer if there is none
     */
    public Container latest() {
        var all = containers();
        if (all.isEmpty()) {
            throw new NoSuchContainer("Cannot find the latest container", "latest", null);
        }
        return all.get(0);
    }

    /** All volumes. */
    public Volumes volumes() {
        return reached().allVolumes();
    }

    /** All networks. */
    public Networks networks() {
        return reached().allNetworks();
    }

    /** All images that have a name, and those that have none. */
    public Images images() {
        return Images.of(reached());
    }

    /** The bridge that containers are on unless told otherwise: its subnet, its gateway, and who is on it. */
    public Bridge bridge() {
        return Bridge.of(reached());
    }

    /** A picture of it all: networks, the containers on each, their addresses, ports, links and volumes. */
    public Tree topology() {
        return reached().picture();
    }

    private Tree picture() {
        return Topology.of(read(new Act("see", "the topology", ""), () -> {
            var all = snapshots.all();
            return engine.flavour().listsExposedPorts()
                    ? all
                    : snapshots.exactly(
                            all,
                            all.containers().stream().map(ContainerState::id).toList());
        }));
    }

    /** What the engine is, where it is and why it was taken. */
    public EngineState engine() {
        var version = read(new Act("ask", "the engine", ""), () -> engine.read("/version"));
        var address = engine.address();
        return EngineState.of(version, engine.api(), address.url(), address.why());
    }

    /** Whether this is the engine inside this process. */
    public boolean isEmbedded() {
        return engine.address().isEmbedded();
    }

    /** Whether this is the engine inside this process, taken because no other is installed. */
    public boolean isStandIn() {
        return engine.address().equals(EngineAddress.STAND_IN);
    }

    /** Sets where output and progress are shown; the process's own streams unless said otherwise. */
    public void terminal(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What the engine has, kept from now on by its events; the same one each time. */
    public synchronized Mirror mirror() {
        if (mirror == null) {
            mirror = new Mirror(this).begin();
        }
        return mirror;
    }

    void told(Delta delta) {
        var kept = mirror;
        if (kept != null) {
            kept.told(delta);
        }
    }

    Lately lately() {
        return lately;
    }

    Snapshots snapshots() {
        return snapshots;
    }

    /** Begins to watch what verbs change. */
    public Changes watch() {
        var changes = new Changes(this);
        watching.add(changes);
        return changes;
    }

    void unwatch(Changes changes) {
        watching.remove(changes);
    }

    /** Lets go of the engine; the embedded one ends with all that it runs. */
    @Override
    public void close() {
        Handover.call("Cannot close the engine", () -> {
            if (mirror != null) {
                mirror.close();
            }
            engine.close();
            return null;
        });
    }

    /**
     * What a block would change, told without changing anything: its verbs meet an engine that is only imagined, and
     * nothing but reads is sent to this one. Plain Java in the block is not contained: what it writes, it writes.
     *
     * <pre>{@code
     * docker.plan(() -> docker.container("web").remove(Removal.FORCE)).isEmpty()
     * }</pre>
     */
    public Plan plan(Runnable block) {
        return Plan.of(this, block);
    }

    /**
     * Takes back what the last verb did that changed a container, a volume or a network through this connection: one that was
     * removed or replaced is made again, with its volumes, and runs if it ran. What it wrote to files of its own, and
     * not to a volume, does not come back.
     *
     * @throws dev.dockline.error.NotUndone if somebody has changed it since, or its data is gone
     */
    public void undo() {
        undo(1);
    }

    /**
     * Takes back what the last verbs did, the latest first.
     *
     * @throws dev.dockline.error.NotUndone as {@link #undo()}; what was taken back before then is
     */
    public void undo(int verbs) {
        for (int i = 0; i < verbs; i++) {
            var latest = journal.takeLatest();
            if (latest == null) {
                throw NotUndone.nothing();
            }
            try {
                new Undo(this, journal, latest).take();
            } catch (RuntimeException failure) {
                journal.putBack(latest);
                throw failure;
            }
        }
    }

    /** What {@link #undo(int)} would take back, the latest first. */
    public Listing<String> undoable() {
        return journal.listing();
    }

    /**
     * All containers, with the networks and volumes that have names, as a script that makes them again; what is in the volumes
     * is not in it. What no noun can say stands in comments.
     */
    public String export() {
        return Export.of(reached());
    }

    /** Plans all that this process asks of this engine until what is returned is closed; scripts are planned so. */
    public Planning planning() {
        var planner = Thread.currentThread();
        return call("Cannot plan", () -> Planning.ofAll(this, planner));
    }

    // --- for the handles -----------------------------------------------------------------------

    private Containers allContainers() {
        return new Containers(this, read(new Act("list", "containers", ""), snapshots::containers));
    }

    private Volumes allVolumes() {
        return new Volumes(this, read(new Act("list", "volumes", ""), snapshots::all));
    }

    private Networks allNetworks() {
        return new Networks(this, read(new Act("list", "networks", ""), snapshots::all));
    }

    /** The connection that a verb is to go to: this one, or what stands for it in the plan that is being made. */
    Docker reached() {
        var here = Planning.here();
        return here == null ? this : here.inPlaceOf(this);
    }

    /** Keeps how a handle is, if this is a plan's connection. */
    void remember(Object handle, Runnable undo) {
        if (planning != null) {
            planning.remember(handle, undo);
        }
    }

    /**
     * Does what reaches beyond the engine's books, such as what a program says or a file holds: a plan only notes it, and
     * has an answer that stands for all.
     */
    <T> T beyond(Act act, Supplier<T> unknown, Callable<T> work) {
        if (planning == null) {
            return act(act, work);
        }
        planning.unknown(act);
        return unknown.get();
    }

    /** Notes, in a plan, that the data of a volume lives on elsewhere. */
    void carried(String volume) {
        planning.carried(volume);
    }

    /** The same for what changes nothing. */
    <T> T beyondReading(Act act, Supplier<T> unknown, Callable<T> work) {
        return planning == null ? read(act, work) : beyond(act, unknown, work);
    }

    /** How many bytes are in volumes, -1 where the engine does not tell. */
    Map<String, Long> volumeSizes(List<String> names) {
        var sizes = new LinkedHashMap<String, Long>();
        names.forEach(name -> sizes.put(name, -1L));
        if (!names.isEmpty()) {
            for (var volume : engine.read("/system/df").path("Volumes")) {
                sizes.replace(
                        volume.path("Name").asText(),
                        volume.path("UsageData").path("Size").asLong(-1));
            }
        }
        return sizes;
    }

    /** Whether this is a plan, in which a container was started that may have ended by the time it is asked about. */
    boolean mayHaveEnded(String id) {
        return planning != null && planning.mayHaveEnded(id);
    }

    /** Whether this is a plan's connection. */
    boolean isImagined() {
        return planning != null;
    }

    Engine link() {
        return engine;
    }

    /** Where ports that are published on every address are reached from here. */
    String host() {
        var named = System.getenv("DOCKLINE_PORTS_AT");
        if (named != null && !named.isBlank()) {
            return named;
        }
        var url = engine.address().url();
        return url.startsWith("tcp://") ? java.net.URI.create(url).getHost() : "127.0.0.1";
    }

    Terminal terminal() {
        return terminal;
    }

    /** Tells the user something beside the output of commands. */
    void note(String text) {
        if (isImagined()) {
            return;
        }
        terminal.err().println(text);
    }

    /** Tells a person who is watching what the next step cannot take back. */
    void warn(String text) {
        if (terminal.isWatched()) {
            note(text);
        }
    }

    /** Where a page on a published port is found from here. */
    String url(PublishedPort port) {
        boolean every = port.address().equals("0.0.0.0")
                || port.address().equals("::")
                || port.address().isEmpty();
        return "http://" + (every ? host() + ":" + port.host() : port.endpoint()) + "/";
    }

    /** What went wrong, as one of our exceptions where it is one of the kinds we know. */
    Exception explain(Act act, Exception failure) {
        return asException(refusals.explain(act, failure));
    }

    /** Does what changes something, on a worker thread, watched. */
    <T> T act(Act act, Callable<T> work) {
        return call(act.what(), () -> {
            for (var changes : watching) {
                changes.before(act);
            }
            var doing = isImagined() ? null : journal.begin(act);
            var well = false;
            try {
                var result = explained(act, work);
                well = true;
                return result;
            } finally {
                journal.end(doing, well);
                lately.add(act.name());
            }
        });
    }

    /** Does what only reads, on a worker thread. */
    <T> T read(Act act, Callable<T> work) {
        return call(act.what(), () -> explained(act, work));
    }

    <T> T call(String what, Callable<T> work) {
        var planned = Planning.here();
        return planned == null
                ? Handover.call(what, work)
                : Handover.call(what, () -> {
                    var before = Planning.here();
                    Planning.here(planned);
                    try {
                        return work.call();
                    } finally {
                        Planning.here(before);
                    }
                });
    }

    /** Tells the watchers that a verb touched something whose name was not known before. */
    void touched(String nameOrId) {
        watching.forEach(changes -> changes.touched(nameOrId));
        journal.touched(nameOrId);
        lately.add(nameOrId);
    }

    private <T> T explained(Act act, Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (Exception failure) {
            throw explain(act, failure);
        }
    }

    private static Exception asException(Throwable failure) {
        return failure instanceof Exception exception ? exception : new IllegalStateException(failure);
    }

    /** All there was a moment ago, if there is a mirror that keeps it, with some containers and what verbs touched as it is. */
    Optional<Snapshot> mirrored(Collection<String> exact) {
        var kept = mirror;
        if (kept == null || !kept.isConnected()) {
            return Optional.empty();
        }
        return Optional.of(snapshots.since(kept.snapshot(), exact));
    }
}
