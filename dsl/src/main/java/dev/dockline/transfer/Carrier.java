package dev.dockline.transfer;

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
    private static final int EMPTY_TAR = 1024;

    private final Engine engine;
    private final String image;
    private final List<MountState> volumes;
    private String id;

    private Carrier(Engine engine, List<MountState> volumes) {
        this.engine = engine;
        this.volumes = volumes;
        // Of its own and without a name: a name would go over to the next carrier's, and leave this one behind.
        this.image = engine.importImage(new ByteArrayInputStream(new byte[EMPTY_TAR]));
    }

    static Carrier of(Engine engine, List<MountState> volumes) {
        var carrier = new Carrier(engine, volumes);
        boolean made = false;
        try {
            carrier.id = carrier.create();
            made = true;
            return carrier;
        } finally {
            if (!made) {
                Handover.cleanUp(carrier::removeImage);
            }
        }
    }

    private String create() {
        var binds = volumes.stream()
                .map(volume -> Bind.parse(volume.name() + ":" + volume.destination() + ":rw"))
                .toList();
        return engine.docker()
                .createContainerCmd(image)
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
    Holder holder(String imageWithTar) {
        return new Holder(id, imageWithTar.isEmpty() ? image : imageWithTar, volumes);
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
            engine.docker().removeImageCmd(image).exec();
        } catch (NotFoundException pruned) {
            // Somebody pruned what has no name, and took it along.
        }
    }
}
