package dev.dockline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockline.Container;
import dev.dockline.error.BackupFailed;
import dev.dockline.error.RestoreFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup, restore and the book's own way of doing both, in every combination. */
class BackupTest extends EngineContract {
    private static final String LISTING = "cd /dbdata; ls -lan | tail -n +4; readlink link; cat sub/名字";

    @TempDir
    Path folder;

    private Container busybox() {
        return docker.container().image("busybox");
    }

    private Container dbdata() {
        var dbdata = container("dbdata").image("busybox").volume("/dbdata").create();
        busybox().volumesFrom(dbdata).call("sh", "-c", """
                set -e; cd /dbdata; mkdir sub; echo data > sub/名字; ln -s sub/名字 link; ln sub/名字 hard
                chown 12:34 hard; chmod 640 hard; touch -d '2001-02-03 04:05:06' hard; chmod 1777 sub""");
        return dbdata;
    }

    private Container dbdata2() {
        return container("dbdata2").image("busybox").volume("/dbdata").create();
    }

    private String listing(Container container) {
        return busybox().volumesFrom(container).call("sh", "-c", LISTING).out();
    }

    private static String withoutMinutes(String listing) {
        return listing.replaceAll("\\d\\d:\\d\\d", "");
    }

    @Test
    void v8_v9_v10_ours_both_ways_keeps_owners_modes_times_and_links() {
        var dbdata = dbdata();
        var file = folder.resolve("backup.tar").toString();
        var backup = dbdata.volumes().backup(file);
        assertThat(backup.volumes()).containsExactly("/dbdata");
        assertThat(backup.entries()).isEqualTo(5);
        var dbdata2 = dbdata2();
        assertThat(dbdata2.volumes().restore(file).entries()).isEqualTo(5);
        assertThat(listing(dbdata2))
                .isEqualTo(listing(dbdata))
                .contains("12")
                .contains("34")
                .endsWith("data\n");
    }

    @Test
    void v8_the_books_backup_restores_with_ours() {
        var dbdata = dbdata();
        busybox()
                .volumesFrom(dbdata)
                .bind(folder.toString(), "/backup")
                .call("tar", "cvf", "/backup/backup.tar", "/dbdata");
        var dbdata2 = dbdata2();
        dbdata2.volumes().restore(folder.resolve("backup.tar").toString());
        assertThat(listing(dbdata2)).isEqualTo(listing(dbdata));
    }

    @Test
    void v9_our_backup_restores_with_the_books() {
        var dbdata = dbdata();
        dbdata.volumes().backup(folder.resolve("backup.tar").toString());
        var dbdata2 = dbdata2();
        busybox()
                .volumesFrom(dbdata2)
                .bind(folder.toString(), "/backup")
                .workdir("/")
                .call("tar", "xvf", "/backup/backup.tar");
        // Busybox's tar gives folders and links the time of day of the restore.
        assertThat(withoutMinutes(listing(dbdata2))).isEqualTo(withoutMinutes(listing(dbdata)));
    }

    @Test
    void a_volume_below_another_folder_keeps_its_whole_path() {
        var deep = container("deep").image("busybox").volume("/var/lib/data").create();
        busybox().volumesFrom(deep).call("sh", "-c", "echo x > /var/lib/data/f");
        var file = folder.resolve("deep.tar").toString();
        deep.volumes().backup(file);
        var out = busybox()
                .bind(folder.toString(), "/backup")
                .call("tar", "tf", "/backup/deep.tar")
                .out();
        assertThat(out.lines()).containsExactly("var/lib/data/", "var/lib/data/f");
        var deep2 = container("deep2").image("busybox").volume("/var/lib/data").create();
        deep2.volumes().restore(file);
        assertThat(busybox().volumesFrom(deep2).call("cat", "/var/lib/data/f").out())
                .isEqualTo("x\n");
    }

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
    void a_container_without_volumes_has_nothing_to_back_up() {
        var bare = container("bare").image("busybox").create();
        assertThat(failure(() -> bare.volumes().backup(folder.resolve("b.tar").toString()), BackupFailed.class))
                .isEqualTo("Cannot back up volumes of container \"bare\": it has no volumes.\n"
                        + "Try: mounts() to see what it has");
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
                .contains(": " + why + ".\n");
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
