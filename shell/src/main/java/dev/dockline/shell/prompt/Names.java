package dev.dockline.shell.prompt;

import dev.dockline.Docker;
import dev.dockline.error.DocklineException;
import dev.dockline.state.ContainerState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** The names on the engine as they were a moment ago: asked for beside the typing, never by a key. */
public final class Names {
    /** What has names. */
    enum Kind {
        CONTAINER("containers"),
        IMAGE("images"),
        VOLUME("volumes"),
        NETWORK("networks");

        final String plural;

        Kind(String plural) {
            this.plural = plural;
        }
    }

    /** A name, and a few words on what bears it. */
    record Name(String text, String about) {}

    private final ExecutorService asking = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "dockline-names");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile Docker docker;
    private volatile Map<Kind, List<Name>> known = Map.of();

    /** Asks this engine from now on. */
    public void ask(Docker newDocker) {
        docker = newDocker;
        refresh();
    }

    /** Asks again, unless that is about to be done. */
    void refresh() {
        if (docker != null && waiting.compareAndSet(false, true)) {
            asking.execute(this::read);
        }
    }

    private void read() {
        waiting.set(false);
        try {
            var names = new EnumMap<Kind, List<Name>>(Kind.class);
            names.put(
                    Kind.CONTAINER,
                    docker.containers().states().stream().map(Names::container).toList());
            names.put(Kind.IMAGE, images());
            names.put(
                    Kind.VOLUME,
                    docker.volumes().states().stream()
                            .map(volume -> new Name(volume.name(), volume.driver()))
                            .toList());
            names.put(
                    Kind.NETWORK,
                    docker.networks().states().stream()
                            .map(network ->
                                    new Name(network.name(), (network.driver() + " " + network.subnet()).strip()))
                            .toList());
            known = names;
        } catch (DocklineException | IllegalStateException e) {
            // It does not answer, or its connection has been closed. What was known before is still the best there
            // is, and the next line that is run tells what is wrong.
        }
    }

    private static Name container(ContainerState state) {
        return new Name(state.name(), (state.status() + " " + state.age()).strip() + ", " + state.image());
    }

    private List<Name> images() {
        var images = new ArrayList<Name>();
        for (var image : docker.images().states()) {
            image.tags().forEach(tag -> images.add(new Name(tag.replaceFirst(":latest$", ""), "image")));
        }
        return images;
    }

    /** Those of a kind, in the engine's order. */
    List<Name> of(Kind kind) {
        return known.getOrDefault(kind, List.of());
    }
}
