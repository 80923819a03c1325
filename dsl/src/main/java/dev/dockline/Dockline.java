package dev.dockline;

import dev.dockline.engine.Daemons;
import dev.dockline.engine.Handover;
import dev.dockline.spec.Access;
import dev.dockline.spec.PullPolicy;
import dev.dockline.state.EngineState;
import dev.dockline.view.Tree;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * The words at the prompt and in scripts, over one current connection; libraries and parallel tests use a
 * {@link Docker}.
 *
 * <pre>{@code
 * container("web").image("training/webapp").publish(5000).run();
 * }</pre>
 */
public final class Dockline {
    /** A mount that the container may not write to. */
    public static final Access READ_ONLY = Access.READ_ONLY;

    /** Removes a volume and keeps its data: {@code volume("dbdata").remove(KEEP)}. */
    public static final Data KEEP = Data.KEEP;

    /** Removes even what runs: {@code remove(FORCE)}. */
    public static final Removal FORCE = Removal.FORCE;

    /** Prunes what has a name, too: {@code volumes().prune(ALL)}. */
    public static final Prune ALL = Prune.ALL;

    /** Pauses what may write while a backup reads: {@code backup("db.tar", PAUSED)}. */
    public static final While PAUSED = While.PAUSED;

    /** Takes any exit code: {@code call(ANY_EXIT, "false")}. */
    public static final Exit ANY_EXIT = Exit.ANY_EXIT;

    /** Pulls an image if the engine does not have it: {@code pull(MISSING)}, as is usual. */
    public static final PullPolicy MISSING = PullPolicy.MISSING;

    /** Pulls an image each time: {@code pull(ALWAYS)}. */
    public static final PullPolicy ALWAYS = PullPolicy.ALWAYS;

    /** Never pulls an image: {@code pull(NEVER)}. */
    public static final PullPolicy NEVER = PullPolicy.NEVER;

    /** A replaced container's successor gets anonymous volumes of its own: {@code up(FRESH_VOLUMES)}. */
    public static final Replacing FRESH_VOLUMES = Replacing.FRESH_VOLUMES;

    private static volatile Docker current;
    private static volatile FutureTask<Docker> warming;
    private static volatile Consumer<Docker> preparation = docker -> {};

    private Dockline() {}

    /** The connection that the words go by, opened by {@link Docker#connect()} when first needed. */
    public static Docker current() {
        return ifOpen().orElseGet(() -> Handover.call("Cannot connect", Dockline::open));
    }

    /** The connection that the words go by, if it has been opened. */
    public static Optional<Docker> ifOpen() {
        return Optional.ofNullable(current);
    }

    /** Begins to open that connection beside what else is done; if that fails, it is tried again where it is needed. */
    public static void warm() {
        var opening = new FutureTask<>(Docker::connect);
        warming = opening;
        Daemons.daemon("dockline-connecting", opening).start();
    }

    private static void forgetWarmed() {
        var opening = warming;
        warming = null;
        if (opening != null) {
            Daemons.daemon("dockline-closing", () -> close(opening)).start();
        }
    }

    private static void close(FutureTask<Docker> opening) {
        try {
            opening.get().close();
        } catch (ExecutionException | InterruptedException neverOpened) {
            return;
        }
    }

    private static synchronized Docker open() throws InterruptedException {
        if (current == null) {
            current = prepared(warming == null ? Docker.connect() : warmed());
        }
        return current;
    }

    private static Docker warmed() throws InterruptedException {
        var opening = warming;
        warming = null;
        try {
            return opening.get();
        } catch (ExecutionException failed) {
            return Docker.connect();
        }
    }

    private static Docker prepared(Docker docker) {
        preparation.accept(docker);
        return docker;
    }

    /** Names who prepares each connection that these words open, such as a shell that shows what happens on it. */
    public static void onConnect(Consumer<Docker> prepare) {
        preparation = prepare;
    }

    /** Makes a connection the current one; it stays the caller's to close. */
    public static void current(Docker docker) {
        forgetWarmed();
        current = docker;
    }

    /** Goes over to another engine: {@code use("unix:///var/run/docker.sock")}, {@code use("embedded")}. */
    public static EngineState use(String engine) {
        current(connect(engine));
        return current.engine();
    }

    /** Connects to a second engine beside the current one. */
    public static Docker connect(String engine) {
        return prepared(Docker.connect(engine));
    }

    /** A fresh declaration under a name, or the way to the container that has it. */
    public static Container container(String name) {
        return current().container(name);
    }

    /** A fresh declaration without a name; the engine finds one. */
    public static Container container() {
        return current().container();
    }

    /** A fresh declaration under a name, edited by a block: {@code container("web", it -> it.image("x").publish(80))}. */
    public static Container container(String name, Consumer<Container> block) {
        return current().container(name, block);
    }

    /** A volume by its name. */
    public static Volume volume(String name) {
        return current().volume(name);
    }

    /** A network by its name. */
    public static Network network(String name) {
        return current().network(name);
    }

    /** An image by its reference. */
    public static Image image(String reference) {
        return current().image(reference);
    }

    /** All containers, running or not, the newest first. */
    public static Containers containers() {
        return current().containers();
    }

    /** The container that was made last. */
    public static Container latest() {
        return current().latest();
    }

    /** A text for a command to read: {@code call(stdin("b\\na\\n"), "sort")}. */
    public static Stdin stdin(String text) {
        return Stdin.of(text);
    }

    /** A file for a command to read: {@code exec(stdin(Path.of("rows.sql")), "psql")}. */
    public static Stdin stdin(Path file) {
        return Stdin.of(file);
    }

    /** All volumes. */
    public static Volumes volumes() {
        return current().volumes();
    }

    /** All networks. */
    public static Networks networks() {
        return current().networks();
    }

    /** All images. */
    public static Images images() {
        return current().images();
    }

    /** The bridge that containers are on unless told otherwise: its subnet, its gateway, and who is on it. */
    public static Bridge bridge() {
        return current().bridge();
    }

    /** A picture of it all: networks, the containers on each, their addresses, ports, links and volumes. */
    public static Tree topology() {
        return current().topology();
    }

    /** Takes back what the last verb did; see {@link Docker#undo()}. */
    public static void undo() {
        current().undo();
    }

    /** Takes back what the last verbs did, the latest first. */
    public static void undo(int verbs) {
        current().undo(verbs);
    }

    /**
     * What lines would change, told without changing anything: {@code plan(() -> container("web").remove(FORCE))}. Plain Java
     * among them is not contained.
     */
    public static Plan plan(Runnable lines) {
        return current().plan(lines);
    }

    /** What the engine is, where it is and why it was taken. */
    public static EngineState engine() {
        return current().engine();
    }
}
