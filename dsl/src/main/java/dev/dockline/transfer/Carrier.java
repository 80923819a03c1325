package dev.dockline.transfer;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import dev.dockline.engine.Engine;
import dev.dockline.engine.Handover;
import dev.dockline.state.MountState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A container of an empty image that mounts volumes and nothing else, and is never started.
 *
 * <p>So no entry of an archive can reach anything but the volumes, and a volume that its own container may only read can
 * be written to.
 */
public final class Carrier implements AutoCloseable {
    private static final int EMPTY_TAR = 1024;
    private static final int DYING_MILLIS = 300;

    private final Engine engine;
    private final String image;
    private final List<MountState> volumes;
    private final Mark mark = Mark.begin();
    private String id;

    private Carrier(Engine engine, List<MountState> volumes) {
        Mark.sweep(engine);
        this.engine = engine;
        this.volumes = volumes;
        // Of its own and without a name: a name would go over to the next carrier's, and leave this one behind.
        this.image = engine.importImage(new ByteArrayInputStream(new byte[EMPTY_TAR]));
    }

    /** Makes one that mounts these volumes. */
    public static Carrier of(Engine engine, List<MountState> volumes) {
        var carrier = new Carrier(engine, volumes);
        boolean made = false;
        try {
            carrier.id = carrier.create();
            made = true;
            return carrier;
        } finally {
            if (!made) {
                Handover.cleanUp(carrier::removeImage);
                carrier.mark.close();
            }
        }
    }

    /** Whether these labels are those of a container that a transfer made. */
    public static boolean isMarked(Map<String, String> labels) {
        return Mark.isOn(labels);
    }

    private String create() {
        var binds = volumes.stream()
                .map(volume -> Bind.parse(volume.name() + ":" + volume.destination() + ":rw"))
                .toList();
        return engine.docker()
                .createContainerCmd(image)
                .withCmd("never-started")
                .withLabels(mark.labelsWithImage())
                .withHostConfig(HostConfig.newHostConfig().withBinds(binds))
                .exec()
                .getId();
    }

    /** A volume where its carrier has it: under its own name. */
    public static MountState mount(String volume) {
        return new MountState("volume", volume, "", "/" + volume, "local", "", true, "");
    }

    /** The container's id. */
    public String id() {
        return id;
    }

    /** This carrier as something to read from. */
    Holder holder(String imageWithTar) {
        return new Holder(id, imageWithTar.isEmpty() ? image : imageWithTar, volumes);
    }

    interface Filling {
        /** Writes what is to be in a volume, its own folder named as the root. */
        void write(String root, Entries entries) throws IOException;
    }

    /**
     * Unpacks what is written into a volume that is mounted here, and returns how many entries those were.
     *
     * <p>From above the volume where the engine can: then owner, mode and time of the volume's own folder are set too,
     * and symbolic links may lead up and out of it, which Docker before 28 takes for an attack on the folder it unpacks
     * in.
     */
    int fill(MountState volume, Filling filling) throws IOException, InterruptedException {
        requireReachable(volume);
        boolean above = engine.flavour().unpacksIntoMounts();
        String root = above ? volume.destination().substring(1) : ".";
        try (var tar = Handover.closeOnCancel(new TarPipe(entries -> filling.write(root, entries)))) {
            put(above ? "/" : volume.destination(), tar);
            new Finish(engine, volume, root).of(tar.entries());
            return tar.entries().count();
        }
    }

    private void requireReachable(MountState volume) throws IOException {
        boolean beside = !engine.flavour().unpacksIntoOptions()
                && !engine.read("/volumes/" + Engine.part(volume.name()))
                        .path("Options")
                        .isEmpty();
        if (beside) {
            throw new IOException("Podman 4 unpacks beside a volume that has driver options, not into it");
        }
    }

    private void put(String path, TarPipe tar) throws IOException {
        try {
            engine.unpack(id, path, tar);
        } catch (RuntimeException e) {
            // Where what is sent could not be read, that is the reason, whatever the engine makes of its end.
            tar.check();
            if (e instanceof DockerException || !engine.answers() || !answersStill()) {
                throw e;
            }
            throw new IOException("the engine took no more of it, as when its disk is full", e);
        }
    }

    // An engine that dies closes one connection after the other.
    private boolean answersStill() {
        try {
            Thread.sleep(DYING_MILLIS);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        }
        return engine.answers();
    }

    /** Removes the container and its image; the volumes stay. */
    @Override
    public void close() {
        mark.close();
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
