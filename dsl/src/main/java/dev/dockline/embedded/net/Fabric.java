package dev.dockline.embedded.net;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The wires between containers: which machine listens at which port. Nothing of it is reachable from the host. */
public final class Fabric {
    private record Key(String machine, int port) {}

    private final Map<Key, Listener> listeners = new ConcurrentHashMap<>();

    /** Opens a port of a machine, null where it is open already; tells when it has opened and when it has closed. */
    public Listener listen(String machine, int port, Runnable changed) {
        var key = new Key(machine, port);
        var listener = new Listener(closed -> {
            if (listeners.remove(key, closed)) changed.run();
        });
        if (listeners.putIfAbsent(key, listener) != null) return null;
        changed.run();
        return listener;
    }

    /** The open ports of a machine, in order. */
    public List<Integer> ports(String machine) {
        return listeners.keySet().stream()
                .filter(key -> key.machine.equals(machine))
                .map(Key::port)
                .sorted()
                .toList();
    }

    /** A connection to a machine's port, or null where nobody listens; the caller has an address there. */
    public Connection connect(String from, String machine, int port) {
        var listener = listeners.get(new Key(machine, port));
        if (listener == null) return null;
        var pair = Connection.pair(from, machine);
        return listener.offer(pair.server()) ? pair.client() : null;
    }

    /** Takes a client from outside to a machine's port; false where nobody listens. */
    public boolean take(Connection client, String machine, int port) {
        var listener = listeners.get(new Key(machine, port));
        return listener != null && listener.offer(client);
    }

    /** Whether a machine has no open port. */
    public boolean isQuiet(String machine) {
        return listeners.keySet().stream().noneMatch(key -> key.machine.equals(machine));
    }
}
