package dev.dockline.engine;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.BuildResponseItem;
import dev.dockline.error.BuildFailed;
import dev.dockline.spec.ImageReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Builds an image from a folder with a Dockerfile, with the engine's classic builder. */
public final class Build extends Streamed<BuildResponseItem> {
    private final Terminal.Progress progress;
    private volatile String failure = "";

    private Build(Terminal.Progress progress) {
        this.progress = progress;
    }

    /**
     * Builds and names an image.
     *
     * @throws BuildFailed if there is no Dockerfile, or a step of it fails
     */
    public static void build(Engine engine, Act act, ImageReference image, Path folder, Terminal terminal)
            throws InterruptedException {
        var absolute = folder.toAbsolutePath().normalize();
        if (!Files.exists(absolute.resolve("Dockerfile"))) {
            throw new BuildFailed(
                    act.what(),
                    "there is no Dockerfile in " + absolute,
                    "buildIfMissing(\"folder/with/Dockerfile\")",
                    null);
        }
        try (var progress = terminal.progress("building " + image.tagged())) {
            var build = Handover.closeOnCancel(new Build(progress));
            engine.docker()
                    .buildImageCmd(absolute.toFile())
                    .withTags(Set.of(image.tagged()))
                    .exec(build)
                    .awaitCompletion();
            if (!build.failure.isEmpty()) {
                throw failed(act, absolute, build.failure, null);
            }
        } catch (DockerException e) {
            throw failed(act, absolute, Refusals.message(e), e);
        }
    }

    private static BuildFailed failed(Act act, Path folder, String why, DockerException cause) {
        return new BuildFailed(
                act.what(), why.strip(), "the same line, once " + folder.resolve("Dockerfile") + " is mended", cause);
    }

    @Override
    public void onNext(BuildResponseItem item) {
        if (item.getErrorDetail() != null) {
            failure = String.valueOf(item.getErrorDetail().getMessage());
        } else if (item.getStream() != null && item.getStream().startsWith("Step ")) {
            progress.update(item.getStream().strip(), 0, 0);
        }
    }
}
