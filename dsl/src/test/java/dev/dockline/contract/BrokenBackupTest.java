package dev.dockline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dockline.Container;
import dev.dockline.RawClient;
import dev.dockline.error.BackupFailed;
import dev.dockline.error.Interrupted;
import dev.dockline.error.RestoreFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A backup or a restore that cannot be done, or breaks off, leaves what was there. */
class BrokenBackupTest extends BackedUp {
    @Test
    void a_backup_that_cannot_be_written_leaves_no_file() {
        var dbdata = dbdata();
        var file = folder.resolve("nowhere/backup.tar");
        assertThat(failure(() -> dbdata.volumes().backup(file.toString()), BackupFailed.class))
                .isEqualTo("Cannot back up volumes of container \"dbdata\": there is no folder " + file.getParent()
                        + ".\nTry: backup(\"/a/folder/you/may/write/backup.tar\")");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_backup_goes_into_the_place_of_the_file_that_was_there() throws IOException {
        var file = Files.writeString(folder.resolve("backup.tar"), "x".repeat(1_000_000));
        dbdata().volumes().backup(file.toString());
        assertThat(Files.size(file)).isLessThan(100_000);
        dbdata2().volumes().restore(file.toString());
        hasOneFile(folder);
    }

    private void hasOneFile(Path folder) {
        assertThat(folder.toFile().list()).hasSize(1);
    }

    // A container that is being made when the interrupt comes is for the next sweep; one that works goes at once.
    private boolean isFilling(Path file) {
        return Stream.of(folder.toFile().listFiles())
                .anyMatch(part -> !part.equals(file.toFile()) && part.length() > 0);
    }

    @Test
    void an_interrupted_backup_leaves_the_file_that_was_there() throws Exception {
        var dbdata = dbdata();
        busybox().volumesFrom(dbdata).call("sh", "-c", "head -c 60000000 /dev/urandom > /dbdata/rows");
        var file = Files.writeString(folder.resolve("backup.tar"), "the last one");
        var volumes = dbdata.volumes();
        var thrown = new AtomicReference<Throwable>();
        var user = new Thread(() -> volumes.backup(file.toString()));
        user.setUncaughtExceptionHandler((thread, failure) -> thrown.set(failure));
        user.start();
        await().pollInterval(Duration.ofMillis(1)).until(() -> isFilling(file));
        user.interrupt();
        user.join();
        assertThat(thrown.get()).isInstanceOf(Interrupted.class);
        await().untilAsserted(() -> hasOneFile(folder));
        assertThat(file).hasContent("the last one");
        await().untilAsserted(() ->
                assertThat(docker.containers().labelled("dev.dockline.carrier")).isEmpty());
    }

    @Test
    void a_full_disk_keeps_the_file_that_was_there() throws Exception {
        var small = Files.createDirectory(folder.resolve("small"));
        assumeTrue(ran("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small.toString()), "nothing may be mounted");
        try {
            var file = Files.writeString(small.resolve("backup.tar"), "the last one");
            var dbdata = dbdata();
            busybox().volumesFrom(dbdata).call("sh", "-c", "head -c 5000000 /dev/urandom > /dbdata/rows");
            assertThat(failure(() -> dbdata.volumes().backup(file.toString()), BackupFailed.class))
                    .isEqualTo("Cannot back up volumes of container \"dbdata\": No space left on device.\n"
                            + "Try: backup(\"/a/folder/you/may/write/backup.tar\")");
            assertThat(file).hasContent("the last one");
            hasOneFile(small);
        } finally {
            ran("umount", small.toString());
        }
    }

    @Test
    void a_folder_that_may_not_be_written_to() throws Exception {
        var sealed = Files.createDirectory(folder.resolve("sealed"));
        assumeTrue(ran("mount", "-t", "tmpfs", "-o", "ro", "tmpfs", sealed.toString()), "nothing may be mounted");
        try {
            var file = sealed.resolve("backup.tar").toString();
            var dbdata = dbdata();
            assertThat(failure(() -> dbdata.volumes().backup(file), BackupFailed.class))
                    .isEqualTo("Cannot back up volumes of container \"dbdata\": the folder " + sealed
                            + " may not be written to.\nTry: backup(\"/a/folder/you/may/write/backup.tar\")");
        } finally {
            ran("umount", sealed.toString());
        }
    }

    private static boolean ran(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor() == 0;
    }

    @Test
    void a_restore_into_a_full_volume() throws Exception {
        var disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(ran("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()), "nothing may be mounted");
        try {
            var dbdata = dbdata();
            busybox().volumesFrom(dbdata).call("sh", "-c", "head -c 5000000 /dev/urandom > /dbdata/rows");
            var file = folder.resolve("backup.tar").toString();
            dbdata.volumes().backup(file);
            if (engine.isEmbedded()) {
                assertThatThrownBy(() -> smallVolume(disk))
                        .hasMessageContaining("keeps volumes in plain folders and takes no driver options");
                return;
            }
            var small = smallVolume(disk);
            assertThat(failure(() -> small.volumes().restore(file), RestoreFailed.class))
                    .startsWith("Cannot restore volumes of container \"small\": it broke off after 0 entries of earlier"
                            + " volumes: ")
                    .containsPattern("no space left on device|the engine took no more of it, as when its disk is full"
                            + "|Podman 4 unpacks beside a volume that has driver options, not into it")
                    .endsWith("Try: the same line again: a restore may be repeated");
            assertThat(docker.containers().labelled("dev.dockline.carrier")).isEmpty();
            small.remove();
            docker.volume(name("small")).remove();
        } finally {
            ran("umount", disk.toString());
        }
    }

    private Container smallVolume(Path disk) {
        RawClient.of(docker)
                .createVolumeCmd()
                .withName(name("small"))
                .withDriverOpts(Map.of("type", "none", "device", disk.toString(), "o", "bind"))
                .exec();
        return container("small")
                .image("busybox")
                .volume(docker.volume(name("small")), "/dbdata")
                .create();
    }

    @Test
    void a_container_without_volumes_has_nothing_to_back_up() {
        var bare = container("bare").image("busybox").create();
        assertThat(failure(() -> bare.volumes().backup(folder.resolve("b.tar").toString()), BackupFailed.class))
                .isEqualTo("Cannot back up volumes of container \"bare\": it has no volumes.\n"
                        + "Try: mounts() to see what it has");
    }
}
