package dev.dockline.contract;

import static dev.dockline.Dockline.PAUSED;
import static dev.dockline.contract.Database.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dockline.Container;
import dev.dockline.error.BackupFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Backup, restore and the book's own way of doing both, in every combination. */
class BackupTest extends BackedUp {
    private static final String LISTING = "cd /dbdata; ls -lan | tail -n +4; readlink link; cat sub/名字";

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
    void v8_v9_everything_a_file_system_has_goes_both_ways() {
        assumeTrue(docker.image("ubuntu").exists(), engine + " has no image ubuntu");
        var dbdata = container("dbdata").image("ubuntu").volume("/dbdata").create();
        ubuntu(dbdata, """
                set -e; cd /dbdata; mkdir -p empty sub; : > zero; mkfifo pipe; echo a > 'with space'
                echo b > "$(printf 'new\\nline')"; echo c > 名字; ln -s /etc/passwd out; ln -s ../.. up; ln -s gone dangling
                echo d > sub/f; ln sub/f hard; truncate -s 20M sparse; echo end >> sparse
                chown 12:34 sub/f 名字 .; chmod 4711 zero; chmod 2750 sub .; chmod 600 'with space'
                find . -exec touch -h -d '2001-02-03 04:05:06' {} +""");
        var books = container("books").image("ubuntu").volume("/dbdata").create();
        dbdata.volumes().backup(folder.resolve("ours.tar").toString());
        docker.container()
                .image("ubuntu")
                .volumesFrom(books)
                .bind(folder.toString(), "/backup")
                .workdir("/")
                .call("tar", "xf", "/backup/ours.tar");
        assertThat(found(books)).isEqualTo(found(dbdata)).contains("./sparse 644 0 0 20971524");
        docker.container()
                .image("ubuntu")
                .volumesFrom(dbdata)
                .bind(folder.toString(), "/backup")
                .call("tar", "cf", "/backup/books.tar", "/dbdata");
        var ours = container("ours").image("ubuntu").volume("/dbdata").create();
        ours.volumes().restore(folder.resolve("books.tar").toString());
        assertThat(found(ours)).isEqualTo(found(dbdata));
        isSparse(ours);
    }

    @Test
    void v8_a_sparse_file_that_the_book_keeps_as_such_comes_back_sparse() {
        assumeTrue(docker.image("ubuntu").exists(), engine + " has no image ubuntu");
        var dbdata = container("dbdata").image("ubuntu").volume("/dbdata").create();
        ubuntu(dbdata, """
                cd /dbdata; truncate -s 20M sparse; echo end >> sparse; touch -d '2001-02-03 04:05:06' sparse .
                chown 5:6 sparse""");
        docker.container()
                .image("ubuntu")
                .volumesFrom(dbdata)
                .bind(folder.toString(), "/backup")
                .call("tar", "cSf", "/backup/books.tar", "/dbdata");
        var ours = container("ours").image("ubuntu").volume("/dbdata").create();
        ours.volumes().restore(folder.resolve("books.tar").toString());
        assertThat(found(ours)).isEqualTo(found(dbdata));
        isSparse(ours);
    }

    // The embedded engine fills holes: the JDK neither makes them nor tells how much room a file takes.
    private void isSparse(Container container) {
        if (!engine.isEmbedded()) {
            assertThat(kilobytes(container, "sparse")).isLessThan(1024);
        }
    }

    private int kilobytes(Container container, String file) {
        return Integer.parseInt(ubuntu(container, "du -k /dbdata/" + file).split("\\s")[0]);
    }

    private String ubuntu(Container container, String script) {
        return docker.container()
                .image("ubuntu")
                .volumesFrom(container)
                .call("bash", "-c", script)
                .out();
    }

    private String found(Container container) {
        return ubuntu(container, """
                cd /dbdata; find . -printf '%p %m %U %G %s %Ts %l\\n' | sed 's/^\\(\\..* [0-9]* [0-9]* [0-9]*\\) 4096 /\\1 - /' | sort
                find . -type f -print0 | sort -z | xargs -0 sha256sum""");
    }

    @Test
    void compressed_as_its_name_says_and_read_as_it_is() throws IOException {
        var dbdata = dbdata();
        for (var name : List.of("backup.tar", "backup.tar.gz", "backup.tgz", "backup.tar.zst")) {
            var file = folder.resolve(name);
            dbdata.volumes().backup(file.toString());
            var renamed = Files.move(file, folder.resolve("any-name"), StandardCopyOption.REPLACE_EXISTING);
            var dbdata2 = dbdata2();
            dbdata2.volumes().restore(renamed.toString());
            assertThat(listing(dbdata2)).as(name).isEqualTo(listing(dbdata));
            dbdata2.removeWithVolumes();
        }
    }

    @Test
    void who_may_be_writing_is_paused_when_asked_and_always_goes_on() throws Exception {
        var db = container("db").image("busybox").volume("/dbdata").run("sleep", "600");
        db.exec("sh", "-c", "head -c 30000000 /dev/urandom > /dbdata/rows");
        var file = folder.resolve("db.tar").toString();
        var seen = new HashSet<String>();
        var done = new AtomicBoolean();
        var watcher = new Thread(() -> {
            while (!done.get()) {
                seen.add(docker.container(db.name()).state().status());
            }
        });
        watcher.start();
        db.volumes().backup(file, PAUSED);
        done.set(true);
        watcher.join();
        assertThat(seen).contains("paused");
        assertThat(db.state().status()).isEqualTo("running");
        assertThatThrownBy(() -> db.volumes().backup("/no/such/folder/db.tar", PAUSED))
                .isInstanceOf(BackupFailed.class);
        assertThat(db.state().status()).isEqualTo("running");
        var volume = docker.volume(db.mounts().get(0).name());
        volume.backup(file, PAUSED);
        assertThat(db.state().status()).isEqualTo("running");
        db.kill();
    }

    @Test
    void the_rows_of_a_database_come_back_after_all_containers_and_volumes_have_gone() {
        var dbdata =
                container("dbdata").image("training/postgres").volume("/dbdata").create("true");
        var db = database("db", dbdata);
        sql(
                db,
                "create table rows(n int, t text); insert into rows select i, 'row ' || i from generate_series(1, 1000) i");
        db.stop();
        var file = folder.resolve("db.tar.gz").toString();
        dbdata.volumes().backup(file);
        db.remove();
        dbdata.removeWithVolumes();
        assertThat(docker.containers().named("*" + name(""))).isEmpty();
        dbdata =
                container("dbdata").image("training/postgres").volume("/dbdata").create("true");
        dbdata.volumes().restore(file);
        assertThat(sql(database("db", dbdata), "select count(*), sum(n), max(t) from rows"))
                .isEqualTo("1000|500500|row 999\n");
    }

    private Container database(String base, Container dbdata) {
        return Database.declared(docker, name(base)).volumesFrom(dbdata).run();
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
}
