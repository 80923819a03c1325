package dev.dockline.transfer;

import dev.dockline.engine.Act;
import dev.dockline.engine.Engine;
import dev.dockline.engine.Handover;
import dev.dockline.error.BackupFailed;
import dev.dockline.state.ContainerState;
import dev.dockline.state.MountState;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes the volumes of a container to a tar file in the layout of {@code tar cvf FILE /dbdata}. */
public final class Backup {
    private final Engine engine;
    private final Act act;

    /** Backups on one engine, on behalf of one verb. */
    public Backup(Engine engine, Act act) {
        this.engine = engine;
        this.act = act;
    }

    /**
     * Writes all volumes of a container.
     *
     * @throws BackupFailed if the container has none, or the file cannot be written; what was there before stays
     */
    public Archive of(ContainerState container, Path file) {
        var volumes = container.volumes().stream().map(MountState::destination).toList();
        if (volumes.isEmpty()) {
            throw new BackupFailed(act.what(), "it has no volumes", "mounts() to see what it has", null);
        }
        var target = file.toAbsolutePath().normalize();
        var beside = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            int entries = write(container.id(), volumes, beside);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            return new Archive(target, volumes, entries, Files.size(target));
        } catch (IOException e) {
            throw new BackupFailed(act.what(), reason(target, e), "backup(\"/a/folder/you/may/write/backup.tar\")", e);
        } finally {
            Handover.cleanUp(() -> discard(beside));
        }
    }

    private int write(String id, List<String> volumes, Path beside) throws IOException {
        int entries = 0;
        try (var file = new BufferedOutputStream(Files.newOutputStream(beside));
                var tar = new TarArchiveOutputStream(file)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            for (var volume : volumes) {
                entries += copy(id, volume, tar);
            }
            tar.finish();
        }
        return entries;
    }

    // The engine names entries after the last part of the path: /var/lib/data gives data/…, tar gives var/lib/data/….
    private int copy(String id, String volume, TarArchiveOutputStream tar) throws IOException {
        String parent = volume.substring(1, volume.lastIndexOf('/') + 1);
        var stream = Handover.closeOnCancel(
                engine.docker().copyArchiveFromContainerCmd(id, volume).exec());
        int entries = 0;
        try (var in = new TarArchiveInputStream(new BufferedInputStream(stream), "UTF-8")) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entry.setName(parent + entry.getName());
                if (entry.isLink()) {
                    entry.setLinkName(parent + entry.getLinkName());
                }
                tar.putArchiveEntry(entry);
                in.transferTo(tar);
                tar.closeArchiveEntry();
                entries++;
            }
        }
        return entries;
    }

    private static String reason(Path target, IOException e) {
        if (!Files.isDirectory(target.getParent())) {
            return "there is no folder " + target.getParent();
        }
        return Files.isWritable(target.getParent())
                ? String.valueOf(e.getMessage())
                : "the folder " + target.getParent() + " may not be written to";
    }

    private static void discard(Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
