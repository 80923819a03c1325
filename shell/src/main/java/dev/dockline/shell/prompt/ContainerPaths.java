package dev.dockline.shell.prompt;

import dev.dockline.Dockline;
import dev.dockline.error.DocklineException;
import dev.dockline.state.ContainerState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What stands in the folders of a container that runs, listed by its own {@code ls}. A key waits for a moment only:
 * what comes later is there at the next Tab.
 */
final class ContainerPaths {
    private static final long PATIENCE_MILLIS = 60;
    private static final Duration FRESH = Duration.ofSeconds(5);

    private record Listing(String container, String folder, Instant asked, CompletableFuture<List<String>> files) {
        boolean isOf(String otherContainer, String otherFolder) {
            return container.equals(otherContainer)
                    && folder.equals(otherFolder)
                    && Instant.now().isBefore(asked.plus(FRESH));
        }
    }

    private Listing latest;

    /** The names in a folder, those of folders with a slash behind; none where that is not known yet. */
    List<String> in(ContainerState container, String folder) {
        if (!container.status().equals("running")) {
            return List.of();
        }
        if (latest == null || !latest.isOf(container.id(), folder)) {
            latest = new Listing(container.id(), folder, Instant.now(), ask(container.name(), folder));
        }
        try {
            return latest.files.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException notYet) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static CompletableFuture<List<String>> ask(String container, String folder) {
        var files = new CompletableFuture<List<String>>();
        var thread = new Thread(() -> files.complete(list(container, folder)), "dockline-completion");
        thread.setDaemon(true);
        thread.start();
        return files;
    }

    private static List<String> list(String container, String folder) {
        try {
            return Dockline.ifOpen()
                    .map(docker -> docker.mirror().names(container, folder))
                    .orElse(List.of());
        } catch (DocklineException nothingToOffer) {
            return List.of();
        }
    }
}
