package dev.dockline.engine;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.PullResponseItem;
import dev.dockline.error.NoSuchImage;
import dev.dockline.spec.ImageReference;
import java.util.HashMap;
import java.util.Map;

/** Brings an image to the engine from its registry, showing how far it has come. */
final class Pull extends Streamed<PullResponseItem> {
    private record Layer(long done, long total) {}

    private final Terminal.Progress progress;
    private final Map<String, Layer> layers = new HashMap<>();
    private volatile String refusal = "";

    private Pull(Terminal.Progress progress) {
        this.progress = progress;
    }

    /**
     * Pulls an image; that of the engine's own platform where none is given.
     *
     * @throws NoSuchImage if the registry does not have it or cannot be reached
     */
    static void pull(Engine engine, Act act, ImageReference image, String platform, Terminal terminal)
            throws InterruptedException {
        try (var progress = terminal.progress("pulling " + image.tagged())) {
            var pull = Handover.closeOnCancel(new Pull(progress));
            var command = engine.docker().pullImageCmd(image.tagged());
            if (!platform.isEmpty()) {
                command.withPlatform(platform);
            }
            command.exec(pull).awaitCompletion();
            if (!pull.refusal.isEmpty()) {
                throw new NoSuchImage(act.what(), image.text(), pull.refusal, null);
            }
        } catch (DockerException e) {
            throw new NoSuchImage(act.what(), image.text(), Refusals.message(e), e);
        }
    }

    // docker-java's own callback stumbles over items without a status, and its plain one takes an error for success.
    @Override
    public void onNext(PullResponseItem item) {
        if (item.getErrorDetail() != null) {
            refusal = item.getErrorDetail().getMessage();
            return;
        }
        if (item.getId() != null
                && item.getProgressDetail() != null
                && item.getProgressDetail().getTotal() != null) {
            layers.put(
                    item.getId(),
                    new Layer(
                            item.getProgressDetail().getCurrent(),
                            item.getProgressDetail().getTotal()));
        }
        if (item.getStatus() != null && item.getId() != null) {
            progress.update(
                    item.getStatus(),
                    layers.values().stream().mapToLong(Layer::done).sum(),
                    layers.values().stream().mapToLong(Layer::total).sum());
        }
    }
}
