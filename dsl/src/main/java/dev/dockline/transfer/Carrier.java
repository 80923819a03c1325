package dev.dockline.transfer;

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
    private static final String IMAGE = "dockline/empty";
    private static final int EMPTY_TAR = 1024;

    private final Engine engine;
    private final String id;

    private Carrier(Engine engine, String id) {
        this.engine = engine;
        this.id = id;
    }

    static Carrier of(Engine engine, List<MountState> volumes) {
        var docker = engine.docker();
        engine.importImage(IMAGE, new ByteArrayInputStream(new byte[EMPTY_TAR]));
        var binds = volumes.stream()
                .map(volume -> Bind.parse(volume.name() + ":" + volume.destination() + ":rw"))
                .toList();
        var id = docker.createContainerCmd(IMAGE)
                .withCmd("never-started")
                .withLabels(Map.of("dev.dockline.carrier", ""))
                .withHostConfig(HostConfig.newHostConfig().withBinds(binds))
                .exec()
                .getId();
        return new Carrier(engine, id);
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
            engine.docker().removeImageCmd(IMAGE).exec();
        });
    }
}
