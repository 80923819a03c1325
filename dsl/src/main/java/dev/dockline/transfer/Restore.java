package dev.dockline.transfer;

import com.github.dockerjava.api.exception.DockerException;
import dev.dockline.engine.Act;
import dev.dockline.engine.Engine;
import dev.dockline.engine.Refusals;
import dev.dockline.engine.Terminal;
import dev.dockline.error.RestoreFailed;
import dev.dockline.state.ContainerState;
import dev.dockline.state.MountState;
import dev.dockline.state.VolumeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Puts the contents of a tar file into the volumes of a container. */
public final class Restore {
    private final Engine engine;
    private final Terminal terminal;
    private final Act act;

    /** Restores on one engine, on behalf of one verb, whose progress is shown. */
    public Restore(Engine engine, Terminal terminal, Act act) {
        this.engine = engine;
        this.terminal = terminal;
        this.act = act;
    }

    /**
     * Restores what the file has for each volume, by the path that the volume has in the container.
     *
     * @throws RestoreFailed before anything is written, if the file is no tar, has nothing for these volumes, or has an
     *     entry that would land outside them; later, saying how far it got, if the engine or the disk gives way
     */
    public Archive into(ContainerState container, Path file) throws InterruptedException {
        return into(container.volumes(), file);
    }

    /** Restores into one volume what the file has under the volume's own name. */
    public Archive into(VolumeState volume, Path file) throws InterruptedException {
        return into(List.of(Carrier.mount(volume.name())), file);
    }

    private Archive into(List<MountState> volumes, Path file) throws InterruptedException {
        var source = file.toAbsolutePath().normalize();
        var contents = new Contents(source, act);
        var found = contents.check(volumes.stream().map(MountState::destination).toList());
        var wanted = volumes.stream()
                .filter(volume -> found.contains(volume.destination()))
                .toList();
        int entries = 0;
        try (var carrier = Carrier.of(engine, wanted);
                var gauge = new Gauge(terminal, "restoring", act, wanted.size() * Files.size(source))) {
            for (var volume : wanted) {
                entries += carrier.fill(volume, (root, out) -> contents.copy(volume.destination(), root, gauge, out));
            }
            return new Archive(source, List.copyOf(found), entries, Files.size(source));
        } catch (IOException | DockerException e) {
            throw new RestoreFailed(
                    act.what(),
                    "it broke off after " + entries + " entries of earlier volumes: " + reason(e),
                    "the same line again: a restore may be repeated",
                    e);
        }
    }

    private static String reason(Exception e) {
        return e instanceof DockerException refused ? Refusals.message(refused) : String.valueOf(e.getMessage());
    }
}
