package dev.dockline.transfer;

import dev.dockline.engine.Act;
import dev.dockline.engine.Engine;
import dev.dockline.engine.Terminal;
import dev.dockline.error.BackupFailed;
import dev.dockline.state.ContainerState;
import dev.dockline.state.VolumeState;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Writes the volumes of a container to a tar file in the layout of {@code tar cvf FILE /dbdata}. */
public final class Backup {
    private final Engine engine;
    private final Terminal terminal;
    private final Act act;

    /** Backups on one engine, on behalf of one verb, whose progress is shown. */
    public Backup(Engine engine, Terminal terminal, Act act) {
        this.engine = engine;
        this.terminal = terminal;
        this.act = act;
    }

    /**
     * Writes all volumes of a container.
     *
     * @throws BackupFailed if the container has none, or the file cannot be written; what was there before stays
     */
    public Archive of(ContainerState container, Path file) throws InterruptedException {
        return of(Holder.of(container), file);
    }

    /** Writes one volume, under its own name: {@code tar cvf FILE /NAME} of a container that has it there. */
    public Archive of(VolumeState volume, String image, Path file) throws InterruptedException {
        try (var carrier = Carrier.of(engine, List.of(Carrier.mount(volume.name())))) {
            return of(carrier.holder(image), file);
        }
    }

    private Archive of(Holder holder, Path file) throws InterruptedException {
        if (holder.volumes().isEmpty()) {
            throw new BackupFailed(act.what(), "it has no volumes", "mounts() to see what it has", null);
        }
        try (var beside = new Beside(file)) {
            return of(holder, beside);
        }
    }

    private Archive of(Holder holder, Beside beside) throws InterruptedException {
        var target = beside.target();
        try {
            int entries = write(holder, beside.part(), Packing.byName(target));
            beside.complete();
            return new Archive(target, holder.paths(), entries, Files.size(target));
        } catch (IOException e) {
            throw new BackupFailed(act.what(), beside.reason(e), "backup(\"/a/folder/you/may/write/backup.tar\")", e);
        }
    }

    private int write(Holder holder, Path beside, Packing packing) throws IOException, InterruptedException {
        try (var file = Files.newOutputStream(beside);
                var packed = packing.pack(act.what(), new BufferedOutputStream(file, 1 << 18));
                var entries = new Entries(packed);
                var gauge = new Gauge(terminal, "backing up", act, 0)) {
            for (var volume : holder.volumes()) {
                try (var stream = new VolumeStream(engine, act).of(holder, volume)) {
                    copy(gauge.over(stream), volume.destination().substring(1), entries);
                }
            }
            return entries.count();
        }
    }

    // Engines name the first entry after the last part of the path, tar after the whole of it, Podman "/".
    static void copy(InputStream stream, String path, Entries entries) throws IOException {
        String root = null;
        try (var in = new TarArchiveInputStream(new BufferedInputStream(stream, 1 << 16), "UTF-8")) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                root = root == null ? entry.getName().replaceFirst("/+$", "") : root;
                entry.setName(path + entry.getName().substring(root.length()));
                if (entry.isLink()) {
                    entry.setLinkName(path + entry.getLinkName().substring(root.length()));
                }
                entries.put(entry, in);
            }
        }
    }
}
