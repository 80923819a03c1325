package dev.dockline.embedded.net;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The wires between containers: which machine listens at which port. Nothing of it is reachable from the host. */
public final class Fabric {
    private record Key(String machine, int port) {}

    private final Map<Key, Listener> listeners = new ConcurrentHashMap<>();

    /** Opens a port of a machine; null where it is open already. */
    public Listener listen(String machine, int port) {
        var key = new Key(machine, port);
        var listener = new Listener(closed -> listeners.remove(key, closed));
        return listeners.putIfAbsent(key, listener) == null ? listener : null;
    }

    /** A connection to a machine's port, or null where nobody listens; the caller has an address there. */
    public Connection connect(String from, String machine, int port) {
        var listener = listeners.get(new Key(machine, port));
        if (listener == null) return null;
        var pair = Connection.pair(from, machine);
        return listener.offer(pair.server()) ? pair.client() : null;
    }

    /** Whether a machine has no open port. */
    public boolean isQuiet(String machine) {
        return listeners.keySet().stream().noneMatch(key -> key.machine.equals(machine));
    }
}
