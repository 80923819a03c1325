package dev.dockline.transfer;

import com.github.dockerjava.api.exception.DockerException;
import dev.dockline.engine.Engine;
import dev.dockline.engine.Handover;
import dev.dockline.engine.Terminal;
import dev.dockline.state.ContainerState;
import dev.dockline.state.MountState;
import java.io.IOException;
import java.io.InputStream;

/**
 * What is in a volume as a tar stream: first the folder it is mounted at, then all below it.
 *
 * <p>From the engine's archive API; where that tells no owners (Podman), from tar in a container of the holder's image,
 * and if the image has none, from the archive API all the same, which is said before.
 */
final class VolumeStream {
    private final Engine engine;
    private final Terminal terminal;

    VolumeStream(Engine engine, Terminal terminal) {
        this.engine = engine;
        this.terminal = terminal;
    }

    InputStream of(ContainerState holder, MountState volume) throws IOException, InterruptedException {
        if (!engine.flavour().archivesOwners()) {
            try {
                return Handover.closeOnCancel(TarContainer.read(engine, holder.image(), volume));
            } catch (DockerException noTar) {
                terminal.err()
                        .println("owners in " + volume.destination() + " will not be kept: the engine does not"
                                + " tell them, and image " + holder.image() + " has no tar");
            }
        }
        return Handover.closeOnCancel(engine.docker()
                .copyArchiveFromContainerCmd(holder.id(), volume.destination())
                .exec());
    }
}
