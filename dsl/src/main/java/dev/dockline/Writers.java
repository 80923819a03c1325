package dev.dockline;

import dev.dockline.engine.Handover;
import dev.dockline.state.ContainerState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** The containers that run and may write to volumes while those are read. */
final class Writers {
    private final Docker docker;
    private final List<ContainerState> running;

    private Writers(Docker docker, List<ContainerState> running) {
        this.docker = docker;
        this.running = running;
    }

    /** Those that may write to any of these volumes; from within a verb's work. */
    static Writers of(Docker docker, Collection<String> volumes) {
        return new Writers(
                docker,
                docker.snapshots().containers().containers().stream()
                        .filter(container -> container.status().equals("running"))
                        .filter(container -> container.volumes().stream()
                                .anyMatch(mount -> mount.writable() && volumes.contains(mount.name())))
                        .toList());
    }

    /** Does it at once, and says who may be writing meanwhile. */
    <T> T told(Callable<T> work) throws Exception {
        if (!running.isEmpty()) {
            docker.note(
                    names() + " may be writing meanwhile: backup(\"…\", PAUSED) pauses what does, or stop() it first");
        }
        return work.call();
    }

    /** Does it while they are paused; those that were paused here go on, whatever happens. */
    <T> T paused(Callable<T> work) throws Exception {
        var paused = new ArrayList<String>();
        try {
            for (var container : running) {
                docker.link().docker().pauseContainerCmd(container.id()).exec();
                paused.add(container.id());
            }
            return work.call();
        } finally {
            Handover.cleanUp(() -> paused.forEach(
                    id -> docker.link().docker().unpauseContainerCmd(id).exec()));
        }
    }

    private String names() {
        return running.stream()
                .map(container -> "container \"" + container.name() + "\"")
                .collect(Collectors.joining(", "));
    }
}
