package dev.dockline.contract;

import static dev.dockline.Dockline.ALL;
import static dev.dockline.Dockline.FORCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dockline.error.BuildFailed;
import dev.dockline.error.CopyFailed;
import dev.dockline.error.DocklineException;
import dev.dockline.error.ImageInUse;
import dev.dockline.error.NoSuchImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images in and out of files, and their removal. */
class ImagesTest extends EngineContract {
    private static final String OURS = "dockline-test/image";

    @TempDir
    Path folder;

    @AfterEach
    void withoutOurs() {
        if (docker != null) {
            docker.containers().named("*" + name("")).remove(FORCE);
            docker.images().named(OURS + "*").remove();
        }
    }

    @Test
    void an_image_of_a_tar_of_files() throws IOException {
        var image = docker.image(OURS + ":files")
                .importFrom(tar("hello", "from a tar").toString());
        assertThat(image.exists()).isTrue();
        container("web").image(image).create("/nothing");
        assertThat(docker.container(name("web")).files("/").stream().map(file -> file.name()))
                .contains("hello");
        assertThat(image.users()).hasSize(1);
        assertThat(failure(() -> docker.image(OURS).importFrom("/nowhere/x.tar"), CopyFailed.class))
                .isEqualTo("Cannot import image \"dockline-test/image\": there is no folder /nowhere.\n"
                        + "Try: importFrom(\"/a/tar/of/files.tar\")");
    }

    @Test
    void an_image_that_is_used_is_removed_by_force_only_where_nothing_runs() {
        docker.image("busybox").tag(OURS + ":used");
        var image = docker.image(OURS + ":used");
        var web = container("web").image(OURS + ":used").run("sleep", "600");
        assertThat(failure(() -> image.remove(FORCE), ImageInUse.class))
                .startsWith(
                        "Cannot remove image \"dockline-test/image:used\": it is used by container \"web\" (running).");
        docker.image("busybox").tag(OURS + ":other");
        assertThat(failure(() -> docker.image(OURS + ":other").remove(FORCE), ImageInUse.class))
                .as("the same image under another name")
                .contains("used by container \"web\" (running)");
        web.kill();
        image.remove(FORCE);
        assertThat(image.exists()).isFalse();
        assertThat(exists("web")).isTrue();
    }

    @Test
    void a_prune_takes_what_has_no_name_and_nobody_uses() throws IOException {
        // On an engine that is not ours a prune takes nothing that a user might miss.
        assumeTrue(docker.images().dangling().unused().isEmpty(), "there are images without a name already");
        docker.image(OURS + ":new").importFrom(tar("one", "1").toString());
        var id = docker.image(OURS + ":new").inspect().path("Id").asText();
        docker.image(OURS + ":new").importFrom(tar("two", "2").toString());
        assertThat(docker.images().dangling().states())
                .anyMatch(state -> state.id().endsWith(id));
        docker.images().prune();
        assertThat(docker.images().dangling().states())
                .noneMatch(state -> state.id().endsWith(id));
        assertThat(docker.image(OURS + ":new").exists()).isTrue();
        assertThat(docker.images().named(OURS).prune(ALL)).hasSize(1);
        assertThat(docker.image(OURS + ":new").exists()).isFalse();
    }

    @Test
    void saved_and_loaded_again() {

        docker.image("busybox").tag(OURS + ":saved");
        var file =
                docker.image(OURS + ":saved").save(folder.resolve("image.tar").toString());
        assertThat(file).exists();
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        docker.image(OURS + ":saved").remove();
        var loaded = docker.images().load(file.toString());
        assertThat(loaded).hasSize(1);
        assertThat(docker.image(OURS + ":saved").exists()).isTrue();
    }

    @Test
    void what_is_no_image_is_not_loaded() throws IOException {

        var garbage = Files.writeString(folder.resolve("garbage.tar"), "no image".repeat(500));
        assertThat(failure(() -> docker.images().load(garbage.toString()), DocklineException.class))
                .startsWith("Cannot load images from \"" + garbage + "\": ");
        assertThat(failure(
                        () -> docker.image("no/such")
                                .save(folder.resolve("x.tar").toString()),
                        NoSuchImage.class))
                .startsWith("Cannot save image \"no/such\": ");
        assertThat(folder.resolve("x.tar")).doesNotExist();
    }

    @Test
    void built_from_a_folder() throws IOException {

        Files.writeString(folder.resolve("Dockerfile"), "FROM busybox\nCOPY note /note\nCMD cat /note\n");
        Files.writeString(folder.resolve("note"), "built\n");
        var image = docker.image(OURS + ":built").build(folder.toString());
        assertThat(docker.container().image(image).call().out()).isEqualTo("built\n");
        Files.writeString(folder.resolve("Dockerfile"), "FROM busybox\nCOPY nowhere /note\n");
        assertThat(failure(() -> docker.image(OURS + ":built").build(folder.toString()), BuildFailed.class))
                .startsWith("Cannot build image \"dockline-test/image:built\": ")
                .contains("nowhere")
                .endsWith("Try: the same line, once " + folder.resolve("Dockerfile") + " is mended");
        assertThat(docker.container().image(image).call().out()).isEqualTo("built\n");
    }

    private Path tar(String name, String content) throws IOException {
        var file = folder.resolve("files.tar");
        try (var tar = new TarArchiveOutputStream(Files.newOutputStream(file))) {
            var bytes = content.getBytes(StandardCharsets.UTF_8);
            var entry = new TarArchiveEntry(name);
            entry.setSize(bytes.length);
            tar.putArchiveEntry(entry);
            tar.write(bytes);
            tar.closeArchiveEntry();
        }
        return file;
    }
}
