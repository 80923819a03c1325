package dev.dockline;

import dev.dockline.Happenings.Happening;
import dev.dockline.engine.Act;
import dev.dockline.engine.Daemons;
import dev.dockline.engine.Engine;
import dev.dockline.state.ContainerState;
import dev.dockline.state.Delta;
import dev.dockline.state.ImageState;
import dev.dockline.state.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * What an engine has, as it was a moment ago: listed once, then kept by the engine's events, so that asking costs
 * nothing. An engine that goes away is tried again every second, and listed anew when it is back.
 *
 * <pre>{@code
 * docker.mirror().snapshot().containers().size()
 * }</pre>
 */
public final class Mirror {
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int MANY = 20;

    private final Docker docker;
    private final Engine engine;
    private final Set<String> stirred = new LinkedHashSet<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Snapshot now = Snapshot.EMPTY;
    private volatile List<ImageState> images = List.of();
    private volatile boolean connected;
    private volatile boolean lost;
    private volatile boolean atWork;
    private volatile Happenings happenings;
    private volatile boolean closed;
    private Snapshot told = Snapshot.EMPTY;

    Mirror(Docker docker) {
        this.docker = docker;
        this.engine = docker.link();
    }

    Mirror begin() {
        Daemons.daemon("dockline-mirror", this::run).start();
        return this;
    }

    /** The containers, volumes and networks; none before the first list has come. */
    public Snapshot snapshot() {
        return now;
    }

    /** The images; none before the first list has come. */
    public List<ImageState> images() {
        return images;
    }

    /**
     * The names in a folder of a container that runs, those of folders with a slash behind, as its own {@code ls} tells
     * them now; none where it has no such folder or no {@code ls}. Nothing of it is shown.
     *
     * @throws dev.dockline.error.DocklineException if the container does not run, or the engine does not answer
     */
    public List<String> names(String container, String folder) {
        return docker.read(new Act("list " + folder + " in", "container", container), () -> {
            var listed = Exec.quietly(docker, container, "ls", "-1Ap", folder);
            return listed.succeeded() ? listed.out().lines().toList() : List.of();
        });
    }

    /** Whether the engine's events come in. */
    public boolean isConnected() {
        return connected;
    }

    /** Whether the engine does not answer, or no longer. */
    public boolean wasLost() {
        return lost;
    }

    /** Calls back, on the mirror's own thread, after the connection came or went. */
    public void onConnection(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * What changed since this was last asked and was not told by {@link Changes#delta()}: what others did, and what
     * happened by itself. Empty while that may still be mixed up with what this connection did a moment ago.
     */
    public Delta news() {
        if (atWork || !connected || !docker.lately().isEmpty()) {
            return Delta.NONE;
        }
        synchronized (this) {
            var news = Delta.between(told, now, stirred);
            told = now;
            stirred.clear();
            return news;
        }
    }

    /** Takes what has been told of, so that it is known at once, before its events come, and is no news. */
    synchronized void told(Delta delta) {
        told = told.with(delta);
        now = now.with(delta);
    }

    void close() {
        closed = true;
        var open = happenings;
        if (open != null) {
            open.close();
        }
    }

    private void run() {
        while (!closed) {
            try (var open = new Happenings()) {
                happenings = open;
                open.listen(engine);
                listAll();
                connected(true);
                follow(open);
            } catch (RuntimeException gone) {
                // It is tried again; until then what was known before is still the best there is.
            } catch (InterruptedException nobodyDoes) {
                return;
            }
            connected(false);
            pause();
        }
    }

    private void listAll() {
        images = listedImages();
        var listed = docker.snapshots().all();
        synchronized (this) {
            now = listed;
            told = listed;
            stirred.clear();
        }
    }

    private void follow(Happenings open) throws InterruptedException {
        while (true) {
            var some = open.next();
            if (some.isEmpty()) {
                return;
            }
            atWork = true;
            try {
                take(some);
            } finally {
                atWork = open.areWaiting();
            }
        }
    }

    private void take(List<Happening> some) {
        var ids = new HashSet<String>();
        var kinds = new HashSet<String>();
        for (var happening : some) {
            kinds.add(happening.type());
            if (happening.isOfContainer()) {
                ids.add(happening.container());
            }
        }
        if (kinds.contains("image")) {
            images = listedImages();
        }
        var containers = containers(ids);
        var others =
                kinds.contains("volume") || kinds.contains("network") ? others() : UnaryOperator.<Snapshot>identity();
        synchronized (this) {
            now = others.apply(containers.apply(now));
            some.forEach(happening -> stirred.addAll(happening.names()));
        }
    }

    // The engine is asked before the lock is taken: what verbs tell of meanwhile is kept.
    private UnaryOperator<Snapshot> containers(Set<String> ids) {
        if (ids.size() > MANY) {
            var listed = docker.snapshots().all();
            return known -> listed;
        }
        var exact = new LinkedHashMap<String, Optional<ContainerState>>();
        ids.forEach(id -> exact.put(id, docker.snapshots().container(id)));
        return known -> {
            var next = known;
            for (var each : exact.entrySet()) {
                next = each.getValue().isPresent() ? next.with(each.getValue().get()) : next.without(each.getKey());
            }
            return next;
        };
    }

    private UnaryOperator<Snapshot> others() {
        var listed = docker.snapshots().withOthers(Snapshot.EMPTY);
        return known -> new Snapshot(known.containers(), listed.volumes(), listed.networks());
    }

    private List<ImageState> listedImages() {
        var listed = new ArrayList<ImageState>();
        engine.read("/images/json").forEach(image -> listed.add(ImageState.of(image)));
        return List.copyOf(listed);
    }

    private void connected(boolean now) {
        // One that tells no events, as behind some proxies, is there all the same.
        boolean gone = !now && !closed && !engine.answers();
        boolean changed = connected != now || lost != gone;
        connected = now;
        lost = gone;
        if (changed) {
            listeners.forEach(Runnable::run);
        }
    }

    private void pause() {
        try {
            Thread.sleep(closed ? 0 : RETRY.toMillis());
        } catch (InterruptedException nobodyDoes) {
            closed = true;
        }
    }
}
