package dev.dockline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dockline.error.ContainerNotRunning;
import dev.dockline.error.CopyFailed;
import dev.dockline.error.NoSuchContainer;
import dev.dockline.error.NoSuchVolume;
import dev.dockline.state.FileState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking into a container and copying in and out of it, and the views of what runs in it. */
class FilesTest extends EngineContract {
    private static final String SCRIPT = """
            mkdir -p '/dbdata/empty' '/dbdata/sub folder' && cd /dbdata \
            && echo hello > file && chown 12:34 file && chmod 640 file && touch 'sub folder/数据' \
            && ln -s /nowhere/at link && touch -d '2020-01-02 03:04:05' file""";

    @TempDir
    Path here;

    private void made() {
        container("box")
                .image("busybox")
                .volume("/dbdata")
                .run("sh", "-c", SCRIPT)
                .awaitExit();
    }

    @Test
    void v10_files_of_a_stopped_container() {
        made();
        assertThat(container("box").files("/dbdata"))
                .extracting(FileState::mode, FileState::owner, FileState::size, FileState::toString)
                .containsExactly(
                        tuple("drwxr-xr-x", owner("0:0"), 0L, "empty/"),
                        tuple("-rw-r-----", owner("12:34"), 6L, "file"),
                        tuple("lrwxrwxrwx", owner("0:0"), 0L, "link → /nowhere/at"),
                        tuple("drwxr-xr-x", owner("0:0"), 0L, "sub folder/"));
        assertThat(container("box").files("/dbdata/file"))
                .singleElement()
                .returns("file", FileState::name)
                .returns("2020-01-02T03:04:05Z", file -> file.modified().toString());
    }

    // Podman's archives tell no owners, and a wrong one would be worse than none.
    private String owner(String owner) {
        return docker.engine().product().equals("Podman") ? "" : owner;
    }

    @Test
    void files_of_a_volume_whether_a_container_has_it_or_not() {
        var data = docker.volume(name("data")).create();
        assertThat(data.files()).isEmpty();
        container("writer")
                .image("busybox")
                .volume(data, "/data")
                .call("sh", "-c", "mkdir /data/base && echo 1 > /data/base/数据");
        assertThat(data.files()).extracting(FileState::toString).containsExactly("base/");
        assertThat(data.files("base")).extracting(FileState::name).containsExactly("数据");
        assertThat(data.files("/base/数据")).extracting(FileState::size).containsExactly(2L);
        assertThat(failure(() -> data.files("nowhere"), CopyFailed.class))
                .isEqualTo("Cannot list nowhere in volume \"data\": it has no file or folder /data/nowhere.\n"
                        + "Try: files(\"/\") to see what is there");
        assertThat(failure(() -> docker.volume(name("none")).files(), NoSuchVolume.class))
                .startsWith("Cannot list / in volume \"none\": there is no volume \"none\".");
    }

    @Test
    void what_is_not_there_is_named() {
        made();
        assertThat(failure(() -> container("box").files("/nowhere"), CopyFailed.class))
                .isEqualTo("Cannot list /nowhere in container \"box\": it has no file or folder /nowhere.\n"
                        + "Try: files(\"/\") to see what is there");
        failure(() -> container("nobody").files("/"), NoSuchContainer.class);
        assertThat(failure(() -> container("box").copyTo(here + "/nothing", "/dbdata"), CopyFailed.class))
                .contains(": there is no file or folder " + here + "/nothing.\n");
        assertThat(failure(() -> container("box").copyTo(here.toString(), "/no/such/folder"), CopyFailed.class))
                .contains(": the container has no folder /no/such/.\n");
        assertThat(failure(() -> container("box").copyFrom("/nowhere", here.toString()), CopyFailed.class))
                .contains(": it has no file or folder /nowhere.\n");
        assertThat(here).isEmptyDirectory();
    }

    @Test
    void a_folder_goes_out_and_in_again_whole() throws IOException {
        made();
        var box = container("box");
        var out = box.copyFrom("/dbdata", here + "/copy");
        assertThat(out).isEqualTo(here.resolve("copy"));
        assertThat(out.resolve("file")).hasContent("hello\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve("file"))))
                .isEqualTo("rw-r-----");
        assertThat(Files.readSymbolicLink(out.resolve("link"))).hasToString("/nowhere/at");
        assertThat(out.resolve("sub folder/数据")).isEmptyFile();
        assertThat(out.resolve("empty")).isEmptyDirectory();
        box.copyTo(out.toString(), "/tmp");
        box.copyTo(out.toString(), "/tmp/other");
        assertThat(box.files("/tmp/copy")).isEqualTo(box.files("/tmp/other")).hasSize(4);
        assertThat(box.files("/tmp/copy/sub folder")).singleElement().returns("数据", FileState::name);
    }

    @Test
    void a_file_goes_over_a_file_and_never_over_a_folder() throws IOException {
        made();
        var box = container("box");
        Files.writeString(here.resolve("file"), "old");
        assertThat(box.copyFrom("/dbdata/file", here + "/file")).hasContent("hello\n");
        Files.createDirectory(here.resolve("dbdata"));
        assertThat(failure(() -> box.copyFrom("/dbdata", here.toString()), CopyFailed.class))
                .contains(": " + here + "/dbdata is there already.\n");
        assertThat(here.resolve("dbdata")).isEmptyDirectory();
        Files.writeString(here.resolve("file"), "new");
        box.copyTo(here + "/file", "/dbdata/file");
        assertThat(box.copyFrom("/dbdata/file", here + "/back")).hasContent("new");
    }

    @Test
    void the_environment_and_the_hosts_file() {
        var web = idle("web").env("GREETING", "hi").env("DB_PASSWORD", "s3cret").run();
        assertThat(web.environment()).contains(Map.entry("GREETING", "hi")).containsKey("PATH");
        assertThat(web.environment().table().toString()).contains("DB_PASSWORD").doesNotContain("s3cret");
        var own = web.state().addresses().values().iterator().next();
        assertThat(web.hosts()).anyMatch(line -> line.names().contains("localhost"));
        assertThat(web.hosts()).anyMatch(line -> line.address().equals(own));
        web.kill();
        assertThat(web.environment()).contains(Map.entry("GREETING", "hi"));
    }

    @Test
    void what_runs_and_what_it_uses() {
        var web = idle("web").readyOnPort(5000).run();
        assertThat(web.top()).anyMatch(program -> program.command().contains("app.py"));
        var stats = web.stats().now();
        assertThat(stats.programs()).isPositive();
        assertThat(web.stats().table().toString()).contains("CPU").contains("%");
        web.kill();
        assertThat(failure(web::stats, ContainerNotRunning.class))
                .startsWith("Cannot see what is used by container \"web\": it is not running (exited).");
        failure(web::top, ContainerNotRunning.class);
    }
}
