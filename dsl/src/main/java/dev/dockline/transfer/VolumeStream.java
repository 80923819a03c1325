package dev.dockline.transfer;

import dev.dockline.engine.Act;
import dev.dockline.engine.Engine;
import dev.dockline.engine.Handover;
import dev.dockline.error.BackupFailed;
import dev.dockline.state.MountState;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * What is in a volume as a tar stream: first the folder it is mounted at, then all below it.
 *
 * <p>From the engine's archive API; where that tells no owners (Podman), from tar in a container of the holder's image,
 * or of another that the engine has.
 */
final class VolumeStream {
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
        var command =
                List.of("tar", "-c", "-f", "-", "-C", "/", volume.destination().substring(1));
        return Program.start(engine, holder.image(), volume, "ro", command)
                .orElseThrow(() -> new BackupFailed(
                        act.what(),
                        "the engine does not tell owners, and none of its images has tar",
                        "image(\"busybox\").pull()",
                        null));
    }
}
