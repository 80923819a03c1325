package dev.dockline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.model.BuildResponseItem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images of the embedded engine: built, committed, saved, loaded. */
class BuildTest {
    private final StringBuffer said = new StringBuffer();

    @TempDir
    Path folder;

    private Engine engine;

    @BeforeEach
    void start() {
        engine = new Engine();
    }

    @AfterEach
    void closeWhole() {
        assertThat(engine.embedded.violations()).isEmpty();
        engine.close();
    }

    private String build(String dockerfile) throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), dockerfile);
        return engine.docker
                .buildImageCmd(folder.toFile())
                .withTags(Set.of("built"))
                .withBuildArg("WHO", "world")
                .exec(new BuildImageResultCallback() {
                    @Override
                    public void onNext(BuildResponseItem item) {
                        said.append(item.getStream() == null ? "" : item.getStream());
                        super.onNext(item);
                    }
                })
                .awaitImageId();
    }

    @Test
    void what_a_dockerfile_says_is_done() throws IOException {
        Files.createDirectories(folder.resolve("files/sub"));
        Files.writeString(folder.resolve("files/sub/note"), "note\n");
        Files.writeString(folder.resolve("files/one.txt"), "one\n");
        build("""
                # Two stages, of which the second takes a file from the first.
                FROM busybox AS first
                ARG WHO=nobody
                RUN echo "hello $WHO" > /greeting && \\
                    chown 5:6 /greeting
                FROM busybox
                ENV PLACE=/srv/app NAME="a b"
                WORKDIR $PLACE
                COPY --from=first /greeting .
                COPY --chown=7:8 files/ ${PLACE}/files/
                COPY files/*.txt /
                LABEL kind=test
                EXPOSE 80 53/udp
                VOLUME /data
                USER 7
                ENTRYPOINT ["cat"]
                CMD ["greeting", "files/sub/note", "/one.txt"]
                """);
        assertThat(engine.run("built").out()).isEqualTo("hello world\nnote\none\n");
        var config = engine.docker.inspectImageCmd("built").exec().getConfig();
        assertThat(config.getEnv()).contains("PLACE=/srv/app", "NAME=a b");
        assertThat(config.getWorkingDir()).isEqualTo("/srv/app");
        assertThat(config.getUser()).isEqualTo("7");
        assertThat(config.getLabels()).containsEntry("kind", "test");
        assertThat(config.getExposedPorts()).hasSize(2);
        assertThat(config.getVolumes()).containsKey("/data");
        assertThat(engine.run("built", create -> create.withEntrypoint("ls"), "-ln", "/srv/app/files/sub/note")
                        .out())
                .contains(" 7 ")
                .contains(" 8 ");
        assertThat(said.toString())
                .contains("Step 1/15 : FROM busybox AS first\n")
                .contains("Step 15/15 : CMD [\"greeting\", \"files/sub/note\", \"/one.txt\"]\n")
                .contains("Successfully tagged built:latest\n");
    }

    @Test
    void a_step_that_fails_ends_it_and_leaves_nothing() {
        var before = engine.docker.listImagesCmd().withShowAll(true).exec().size();
        assertThatThrownBy(() -> build("FROM busybox\nRUN echo said; exit 3\n"))
                .hasMessageContaining("The command '/bin/sh -c echo said; exit 3' returned a non-zero code: 3");
        assertThat(said.toString()).contains("said\n");
        assertThatThrownBy(() -> build("FROM busybox\nCOPY ../outside /\n"))
                .hasMessageContaining("COPY failed: file not found in build context");
        assertThatThrownBy(() -> build("FROM nowhere/image\n"))
                .hasMessageContaining("pull access denied for nowhere/image");
        assertThatThrownBy(() -> build("FROM busybox\nBAKE a cake\n"))
                .hasMessageContaining("dockerfile parse error on line 2: unknown instruction: BAKE");
        assertThat(engine.docker.listImagesCmd().withShowAll(true).exec()).hasSize(before);
        assertThat(engine.docker.listContainersCmd().withShowAll(true).exec()).isEmpty();
    }

    @Test
    void a_container_becomes_an_image_and_goes_through_a_file() throws IOException {
        var id = engine.docker
                .createContainerCmd("busybox")
                .withCmd("sh", "-c", "echo kept > /kept; mkdir /sub; ln -s ../kept /sub/link")
                .exec()
                .getId();
        engine.docker.startContainerCmd(id).exec();
        engine.await(id);
        assertThat(engine.docker.containerDiffCmd(id).exec().toString())
                .contains("/kept")
                .doesNotContain("/proc");
        var image = engine.docker
                .commitCmd(id)
                .withRepository("kept")
                .withTag("1")
                .withCmd("cat", "/sub/link")
                .exec();
        var saved = engine.docker.saveImageCmd("kept:1").exec().readAllBytes();
        engine.docker.removeContainerCmd(id).exec();
        engine.docker.removeImageCmd("kept:1").exec();
        engine.docker.loadImageCmd(new ByteArrayInputStream(saved)).exec();
        assertThat(engine.docker.inspectImageCmd("kept:1").exec().getId()).isEqualTo(image);
        assertThat(engine.run("kept:1").out()).isEqualTo("kept\n");
    }

    @Test
    void a_layer_takes_away_what_the_one_below_has() throws IOException {
        var lower = tar("a/gone", "1", "a/kept", "2", "b/gone", "3");
        var upper = tar("a/.wh.gone", "", "b/.wh..wh..opq", "", "b/new", "4");
        var config = "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{\"Cmd\":[\"/none\"]}}";
        var manifest = "[{\"Config\":\"c.json\",\"RepoTags\":[\"layers:1\"],\"Layers\":[\"1.tar\",\"2.tar\"]}]";
        var archive = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(archive)) {
            put(tar, "1.tar", lower);
            put(tar, "2.tar", upper);
            put(tar, "c.json", config.getBytes(StandardCharsets.UTF_8));
            put(tar, "manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        }
        engine.docker
                .loadImageCmd(new ByteArrayInputStream(archive.toByteArray()))
                .exec();
        var id = engine.docker.createContainerCmd("layers:1").exec().getId();
        assertThat(Engine.entries(
                        engine.docker.copyArchiveFromContainerCmd(id, "/.").exec()))
                .contains("./a/kept", "./b/new")
                .doesNotContain("./a/gone", "./b/gone", "./a/.wh.gone");
    }

    private static byte[] tar(String... namesAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                put(tar, namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static void put(TarArchiveOutputStream tar, String name, byte[] bytes) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }
}
