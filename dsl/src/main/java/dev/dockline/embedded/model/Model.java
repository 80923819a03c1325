package dev.dockline.embedded.model;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * All that an engine knows: containers, images, volumes, networks, their names, links and events. Pure state: no
 * program, socket or host path is touched from here. One lock guards it all; every call of its parts runs within
 * {@link #locked}.
 */
public final class Model {
    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private final Map<String, Set<String>> changed = new LinkedHashMap<>();
    private final Events events;
    private final Containers containers = new Containers(this);
    private final Images images = new Images(this);
    private final Volumes volumes = new Volumes(this);
    private final Networks networks;
    private final Connections connections = new Connections(this);
    private final Links links = new Links(this);
    private final Ports ports = new Ports(this);
    private final Runs runs = new Runs(this);
    private final List<Listener> listeners = new ArrayList<>();

    public Model(Clock clock) {
        this.clock = clock;
        this.events = new Events(this, clock);
        this.networks = new Networks(this);
    }

    /** Is told of what has changed, before anything else may change and before anyone is told that it has. */
    public void onChange(Listener listener) {
        listeners.add(listener);
    }

    /** Hears of a change: to a container, a volume or a network by its id, or to the table of images. */
    @FunctionalInterface
    public interface Listener {
        void changed(String type, String id);
    }

    void changed(String type, String id) {
        changed.computeIfAbsent(type, any -> new LinkedHashSet<>()).add(type.equals("image") ? "" : id);
    }

    private void unlock() {
        try {
            if (lock.getHoldCount() == 1) listeners.forEach(this::tell);
        } finally {
            if (lock.getHoldCount() == 1) changed.clear();
            lock.unlock();
        }
    }

    private void tell(Listener listener) {
        changed.forEach((type, ids) -> ids.forEach(id -> listener.changed(type, id)));
    }

    /** Does something while nothing else changes. */
    public <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            unlock();
        }
    }

    /** Does something while nothing else changes. */
    public void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            unlock();
        }
    }

    public Instant now() {
        return clock.instant();
    }

    public Events events() {
        return events;
    }

    public Containers containers() {
        return containers;
    }

    public Images images() {
        return images;
    }

    public Volumes volumes() {
        return volumes;
    }

    public Networks networks() {
        return networks;
    }

    public Connections connections() {
        return connections;
    }

    public Links links() {
        return links;
    }

    Ports ports() {
        return ports;
    }

    public Runs runs() {
        return runs;
    }

    /** What ought always to hold and does not now. */
    public List<String> violations() {
        return Invariants.violations(this);
    }
}
