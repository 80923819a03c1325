package dev.dockline.embedded.model;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The event log: the last 256, as in Docker, and whoever listens. Guarded by the model's lock. */
public final class Events {
    private static final int KEPT = 256;

    private final Model model;
    private final Clock clock;
    private final Deque<Event> past = new ArrayDeque<>();
    private final List<Consumer<Event>> listeners = new ArrayList<>();

    Events(Model model, Clock clock) {
        this.model = model;
        this.clock = clock;
    }

    /** Events since a time, then each new one as it happens, until the listener is removed; it must not block. */
    public void listen(Consumer<Event> listener, Instant since) {
        past.stream().filter(event -> !event.time().isBefore(since)).forEach(listener);
        listeners.add(listener);
    }

    public void remove(Consumer<Event> listener) {
        listeners.remove(listener);
    }

    int listeners() {
        return listeners.size();
    }

    /** Something was pruned. */
    public void pruned(String type, long bytes) {
        emit(type, "prune", "", Map.of("reclaimed", String.valueOf(bytes)));
    }

    void emit(String type, String action, String id, Map<String, String> attributes) {
        if (!id.isEmpty()) model.changed(type, id);
        if (attributes.containsKey("container")) model.changed("container", attributes.get("container"));
        var event = new Event(type, action, id, attributes, clock.instant());
        if (past.size() == KEPT) past.removeFirst();
        past.addLast(event);
        listeners.forEach(listener -> listener.accept(event));
    }
}
