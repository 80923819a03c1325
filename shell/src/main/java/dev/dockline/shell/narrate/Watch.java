package dev.dockline.shell.narrate;

import dev.dockline.Changes;
import dev.dockline.Docker;
import dev.dockline.state.Delta;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Watches each connection from the first snippet that opens or uses it, one snippet at a time. */
public final class Watch {
    private final List<Docker> connections = new CopyOnWriteArrayList<>();
    private final List<Changes> changes = new CopyOnWriteArrayList<>();

    /** Takes a new connection in, also in the middle of a snippet. */
    public void add(Docker docker) {
        connections.add(docker);
        changes.add(docker.watch());
    }

    /** Forgets what was seen, before a snippet. */
    public void begin() {
        changes.forEach(Changes::close);
        changes.clear();
        connections.forEach(docker -> changes.add(docker.watch()));
    }

    boolean isIdle() {
        return changes.isEmpty();
    }

    /** What changed on each connection without a snippet of ours. */
    List<Delta> news() {
        return connections.stream()
                .map(docker -> docker.mirror().news())
                .filter(delta -> !delta.isEmpty())
                .toList();
    }

    /** What changed since the snippet began, on each connection where something did. */
    List<Delta> deltas() {
        return changes.stream()
                .map(Changes::delta)
                .filter(delta -> !delta.isEmpty())
                .toList();
    }
}
