package dev.dockline.contract;

import static dev.dockline.Dockline.ANY_EXIT;
import static dev.dockline.Dockline.READ_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dockline.Container;
import dev.dockline.error.VolumeInUse;
import dev.dockline.state.MountState;
import dev.dockline.state.VolumeFate;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Volumes and data-volume containers, row by row of the book's scenarios. */
class VolumesTest extends EngineContract {
    private Container busybox() {
        return docker.container().image("busybox");
    }

    @Test
    void v1_an_anonymous_volume() {
        var web = container("web").image("training/webapp").volume("/webapp").create();
        var mount = web.mounts().get(0);
        assertThat(mount.type()).isEqualTo("volume");
        assertThat(mount.isAnonymous()).isTrue();
        assertThat(mount.destination()).isEqualTo("/webapp");
        assertThat(mount.driver()).isEqualTo("local");
        assertThat(mount.source()).endsWith(mount.name() + "/_data");
        assertThat(mount.writable()).isTrue();
        assertThat(web.inspect("/Mounts/0/Destination")).isEqualTo("/webapp");
    }

    @Test
    void v2_a_read_only_bind(@TempDir Path source) throws Exception {
        Files.writeString(source.resolve("page"), "from the host");
        var web = container("web")
                .image("training/webapp")
                .publishAll()
                .bind(source.toString(), "/opt/site", READ_ONLY)
                .run("python", "app.py");
        assertThat(web.exec("cat", "/opt/site/page").out()).isEqualTo("from the host");
        var write = web.exec(ANY_EXIT, "sh", "-c", "echo x > /opt/site/page");
        assertThat(write.exitCode()).isNotZero();
        assertThat(write.err()).contains("Read-only file system");
        assertThat(web.mounts().toString()).contains(source + ":/opt/site:ro");
    }

    @Test
    void v3_mounts_as_a_table_and_the_json_whole(@TempDir Path source) {
        var web = idle("web")
                .volume("/webapp")
                .bind(source.toString(), "/src", READ_ONLY)
                .create();
        assertThat(web.mounts()).extracting(MountState::destination).containsExactly("/src", "/webapp");
        assertThat(web.mounts().table().toString())
                .contains("/webapp")
                .containsPattern("/src +bind +ro")
                .contains(source.toString());
        assertThat(web.inspect().path("Mounts")).hasSize(2);
        assertThat(web.inspect().path("HostConfig").isObject()).isTrue();
    }

    @Test
    void v4_a_single_file_of_the_host(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("history"), "old\n");
        busybox().bind(file.toString(), "/.history").call("sh", "-c", "echo new >> /.history");
        assertThat(file).hasContent("old\nnew\n");
    }

    @Test
    void v5_v6_data_outlives_and_is_shared_through_a_cascade() {
        var dbdata =
                container("dbdata").image("training/postgres").volume("/dbdata").run("echo", "Data-only container");
        assertThat(dbdata.awaitExit()).isZero();
        busybox().volumesFrom(dbdata).call("sh", "-c", "echo hello > /dbdata/greeting");
        var db1 = container("db1").image("busybox").volumesFrom(dbdata).create();
        var db3 = container("db3").image("busybox").volumesFrom(db1).create();
        assertThat(busybox().volumesFrom(db3).call("cat", "/dbdata/greeting").out())
                .isEqualTo("hello\n");
        assertThat(db3.volumes().get(0).name())
                .isEqualTo(dbdata.volumes().get(0).name());
    }

    @Test
    void v6_volumes_from_read_only() {
        var dbdata = container("dbdata").image("busybox").volume("/dbdata").create();
        var write = busybox().volumesFrom(dbdata, READ_ONLY).call(ANY_EXIT, "touch", "/dbdata/x");
        assertThat(write.exitCode()).isEqualTo(1);
        assertThat(write.err()).isEqualTo("touch: /dbdata/x: Read-only file system\n");
    }

    @Test
    void v6_volumes_from_several() {
        var one = container("one").image("busybox").volume("/one").create();
        var two = container("two").image("busybox").volume("/two").create();
        var both = container("both")
                .image("busybox")
                .volumesFrom(one)
                .volumesFrom(two)
                .create();
        assertThat(both.volumes()).extracting(volume -> volume.destination()).containsExactly("/one", "/two");
    }

    @Test
    void v7_remove_keeps_the_volume_and_remove_with_volumes_of_the_last_takes_it() {
        var dbdata = container("dbdata").image("busybox").volume("/dbdata").create();
        var db1 = container("db1").image("busybox").volumesFrom(dbdata).create();
        var name = dbdata.volumes().get(0).name();
        assertThat(dbdata.volumes().fates()).singleElement().satisfies(fate -> {
            assertThat(fate.deleted()).isFalse();
            assertThat(fate.why()).isEqualTo("\"" + name("db1") + "\" has it too");
        });
        dbdata.removeWithVolumes();
        assertThat(volumeNames()).contains(name);
        assertThat(db1.volumes().fates()).singleElement().satisfies(fate -> {
            assertThat(fate.deleted()).isTrue();
            assertThat(fate.why()).isEqualTo("it is anonymous, and no other container has it");
        });
        db1.removeWithVolumes();
        assertThat(volumeNames()).doesNotContain(name);
    }

    @Test
    void v7_remove_alone_keeps_the_volume() {
        var dbdata = container("dbdata").image("busybox").volume("/dbdata").create();
        var name = dbdata.volumes().get(0).name();
        dbdata.remove();
        assertThat(volumeNames()).contains(name);
    }

    @Test
    void named_volumes_stay_and_are_shared() {
        var data = docker.volume(name("data")).create();
        container("writer")
                .image("busybox")
                .volume(data, "/data")
                .run("sh", "-c", "echo kept > /data/f")
                .awaitExit();
        assertThat(container("writer").volumes().fates())
                .extracting(VolumeFate::toString)
                .containsExactly("volume " + name("data") + " at /data is kept: it was given its name");
        container("writer").removeWithVolumes();
        assertThat(busybox()
                        .volume(name("data"), "/data", READ_ONLY)
                        .call("cat", "/data/f")
                        .out())
                .isEqualTo("kept\n");
        data.remove();
        assertThat(volumeNames()).doesNotContain(name("data"));
    }

    @Test
    void a_volume_that_is_held_is_not_removed() {
        var data = docker.volume(name("data")).create();
        container("holder").image("busybox").volume(data, "/data").create();
        assertThat(failure(data::remove, VolumeInUse.class))
                .isEqualTo("Cannot remove volume \"data\": it is held by container \"holder\" (created).\n"
                        + "Try: remove its containers first, then volume(\"data\").remove()");
    }

    @Test
    void an_empty_volume_takes_over_what_the_image_has_there() {
        assertThat(busybox()
                        .image("training/webapp")
                        .volume("/opt/webapp")
                        .call("ls", "/opt/webapp")
                        .out())
                .isEqualTo("app.py\n");
    }
}
