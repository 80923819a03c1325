package dev.dockline.transfer;

import com.github.dockerjava.api.exception.DockerException;
import dev.dockline.engine.Act;
import dev.dockline.engine.Engine;
import dev.dockline.engine.Handover;
import dev.dockline.error.BackupFailed;
import dev.dockline.state.MountState;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What is in a volume as a tar stream: first the folder it is mounted at, then all below it.
 *
 * <p>From the engine's archive API; where that tells no owners (Podman), from tar in a container of the holder's image,
 * or of another that the engine has.
 */
final class VolumeStream {
    private static final int MOST_IMAGES = 8;

    private final Engine engine;
    private final Act act;

    VolumeStream(Engine engine, Act act) {
        this.engine = engine;
        this.act = act;
    }

    InputStream of(Holder holder, MountState volume) throws IOException, InterruptedException {
        if (!engine.flavour().archivesOwners()) {
            return Handover.closeOnCancel(tar(holder, volume));
        }
        return Handover.closeOnCancel(engine.docker()
                .copyArchiveFromContainerCmd(holder.id(), volume.destination())
                .exec());
    }

    private InputStream tar(Holder holder, MountState volume) throws IOException, InterruptedException {
        for (var image : images(holder)) {
            try {
                return TarContainer.read(engine, image, volume);
            } catch (DockerException noTar) {
                continue;
            }
        }
        throw new BackupFailed(
                act.what(),
                "the engine does not tell owners, and none of its images has tar",
                "image(\"busybox\").pull()",
                null);
    }

    private List<String> images(Holder holder) {
        var images = new ArrayList<>(List.of(holder.image()));
        for (var image : engine.read("/images/json")) {
            images.add(image.path("Id").asText());
        }
        return images.subList(0, Math.min(images.size(), MOST_IMAGES));
    }
}
