package dev.dockline.transfer;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import dev.dockline.engine.Engine;
import dev.dockline.engine.Handover;
import dev.dockline.state.MountState;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * A container of an empty image that mounts volumes and nothing else, and is never started.
 *
 * <p>So no entry of an archive can reach anything but the volumes, and a volume that its own container may only read can
 * be written to.
 */
final class Carrier implements AutoCloseable {
    private static final String IMAGE = "dockline/empty:latest";
    private static final int EMPTY_TAR = 1024;
    private static final int TRIES = 3;

    private final Engine engine;
    private final String id;
    private final List<MountState> volumes;

    private Carrier(Engine engine, String id, List<MountState> volumes) {
        this.engine = engine;
        this.id = id;
        this.volumes = volumes;
    }

    static Carrier of(Engine engine, List<MountState> volumes) {
        var binds = volumes.stream()
                .map(volume -> Bind.parse(volume.name() + ":" + volume.destination() + ":rw"))
                .toList();
        for (int tries = 1; ; tries++) {
            engine.importImage(IMAGE, new ByteArrayInputStream(new byte[EMPTY_TAR]));
            try {
                return new Carrier(engine, create(engine, binds), volumes);
            } catch (NotFoundException imageGone) {
                // Another carrier has just been closed and taken the image along.
                if (tries == TRIES) {
                    throw imageGone;
                }
            }
        }
    }

    private static String create(Engine engine, List<Bind> binds) {
        return engine.docker()
                .createContainerCmd(IMAGE)
                .withCmd("never-started")
                .withLabels(Map.of("dev.dockline.carrier", ""))
                .withHostConfig(HostConfig.newHostConfig().withBinds(binds))
                .exec()
                .getId();
    }

    /** A volume where its carrier has it: under its own name. */
    static MountState mount(String volume) {
        return new MountState("volume", volume, "", "/" + volume, "local", "", true, "");
    }

    /** This carrier as something to read from. */
    Holder holder(String image) {
        return new Holder(id, image.isEmpty() ? IMAGE : image, volumes);
    }

    /** Unpacks a tar stream in a volume, by the path it is mounted at. */
    void put(String path, InputStream tar) {
        engine.docker()
                .copyArchiveToContainerCmd(id)
                .withRemotePath(path)
                .withTarInputStream(tar)
                .exec();
    }

    /** Removes the container and its image; the volumes stay. */
    @Override
    public void close() {
        Handover.cleanUp(() -> {
            engine.docker().removeContainerCmd(id).exec();
            removeImage();
        });
    }

    private void removeImage() {
        try {
            engine.docker().removeImageCmd(IMAGE).exec();
        } catch (DockerException heldOrGone) {
            // Another carrier still stands on it, and the last one takes it along.
        }
    }
}
