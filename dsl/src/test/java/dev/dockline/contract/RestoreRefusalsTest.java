package dev.dockline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockline.error.RestoreFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;

/** What a restore does not unpack: damaged archives, and entries that lead out of the volumes. */
class RestoreRefusalsTest extends BackedUp {
    @Test
    void a_restore_refuses_a_truncated_tar_and_writes_nothing() throws IOException {
        var dbdata = dbdata();
        busybox().volumesFrom(dbdata).call("sh", "-c", "head -c 500000 /dev/urandom > /dbdata/rows");
        for (var name : List.of("whole.tar", "whole.tar.gz")) {
            var whole = folder.resolve(name);
            dbdata.volumes().backup(whole.toString());
            var bytes = Files.readAllBytes(whole);
            for (int length : List.of(bytes.length / 2, bytes.length / 10, 700)) {
                var file = Files.write(folder.resolve("cut-" + name), Arrays.copyOf(bytes, length));
                refused(file, file + " is no tar file, or a damaged one: ");
            }
        }
    }

    @Test
    void a_restore_refuses_what_would_land_outside() throws IOException {
        refused(tar -> tar.setName("/dbdata/x"), "its entry \"/dbdata/x\" would land outside the volumes");
        refused(tar -> tar.setName("dbdata/../x"), "its entry \"dbdata/../x\" would land outside the volumes");
    }

    @Test
    void a_restore_refuses_a_hard_link_to_outside() throws IOException {
        var link = new TarArchiveEntry("dbdata/x", TarConstants.LF_LINK);
        link.setLinkName("etc/passwd");
        refused(tarOf(link), "its entry \"dbdata/x\" is a hard link to \"etc/passwd\", outside its volume");
    }

    @Test
    void a_restore_refuses_a_path_through_a_symbolic_link() throws IOException {
        var link = new TarArchiveEntry("dbdata/etc", TarConstants.LF_SYMLINK);
        link.setLinkName("/etc");
        refused(
                tarOf(link, new TarArchiveEntry("dbdata/etc/x")),
                "its entry \"dbdata/etc/x\" runs through a symbolic link");
    }

    @Test
    void a_restore_refuses_what_is_not_for_its_volumes() throws IOException {
        var file = tarOf(new TarArchiveEntry("other/x"));
        refused(file, file + " holds nothing for /dbdata; it holds /other");
    }

    @Test
    void a_restore_refuses_what_is_no_tar() throws IOException {
        var file =
                Files.writeString(folder.resolve("text.tar"), "no tar at all, but long enough to be read".repeat(20));
        var dbdata = dbdata2();
        assertThat(failure(() -> dbdata.volumes().restore(file.toString()), RestoreFailed.class))
                .startsWith("Cannot restore volumes of container \"dbdata2\": " + file
                        + " is no tar file, or a damaged one");
    }

    private void refused(Consumer<TarArchiveEntry> change, String why) throws IOException {
        var entry = new TarArchiveEntry("x", true);
        change.accept(entry);
        refused(tarOf(entry), why);
    }

    private void refused(Path file, String why) {
        var dbdata = docker.container().image("busybox").volume("/dbdata").create();
        assertThat(failure(() -> dbdata.volumes().restore(file.toString()), RestoreFailed.class))
                .contains(": " + why)
                .contains(".\nTry: ");
        assertThat(busybox().volumesFrom(dbdata).call("ls", "/dbdata").out()).isEmpty();
    }

    private Path tarOf(TarArchiveEntry... entries) throws IOException {
        var file = folder.resolve("made.tar");
        try (var tar = new TarArchiveOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries) {
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
            }
        }
        return file;
    }
}
