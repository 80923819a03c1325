package dev.dockline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a name, a link or an archive says: no file of the host but those that were bound is read or written. */
class EscapesTest {
    @TempDir
    Path outside;

    private Engine engine;

    @BeforeEach
    void start() throws IOException {
        engine = new Engine();
        Files.writeString(outside.resolve("secret"), "secret");
    }

    @AfterEach
    void closeWhole() throws IOException {
        assertThat(Files.readString(outside.resolve("secret"))).isEqualTo("secret");
        try (var files = Files.list(outside)) {
            assertThat(files).hasSize(1);
        }
        assertThat(engine.embedded.violations()).isEmpty();
        engine.close();
    }

    private String container(HostConfig host, String script) {
        return engine.docker
                .createContainerCmd("busybox")
                .withHostConfig(host)
                .withCmd("sh", "-c", script)
                .exec()
                .getId();
    }

    private String ran(HostConfig host, String script) {
        var id = container(host, script);
        engine.docker.startContainerCmd(id).exec();
        engine.await(id);
        return id;
    }

    private void unpack(String id, Consumer<TarArchiveOutputStream> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            entries.accept(tar);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        engine.docker
                .copyArchiveToContainerCmd(id)
                .withRemotePath("/")
                .withTarInputStream(new ByteArrayInputStream(bytes.toByteArray()))
                .exec();
    }

    private static void file(TarArchiveOutputStream tar, String name) {
        try {
            var entry = new TarArchiveEntry(name, true);
            var text = "written".getBytes(StandardCharsets.UTF_8);
            entry.setSize(text.length);
            tar.putArchiveEntry(entry);
            tar.write(text);
            tar.closeArchiveEntry();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void link(TarArchiveOutputStream tar, String name, String target, byte type) {
        try {
            var entry = new TarArchiveEntry(name, type);
            entry.setLinkName(target);
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_entry_that_climbs_out_is_refused() {
        var id = container(HostConfig.newHostConfig(), "true");
        for (var name : new String[] {"../secret", "a/../../secret", "../../../../../../../../" + outside + "/made"}) {
            assertThatThrownBy(() -> unpack(id, tar -> file(tar, name)))
                    .isInstanceOf(DockerException.class)
                    .hasMessageContaining("invalid entry name")
                    .hasMessageContaining(name);
        }
    }

    @Test
    void a_link_in_an_archive_leads_nowhere_outside() {
        var id = container(HostConfig.newHostConfig(), "true");
        unpack(id, tar -> {
            link(tar, "out", outside.toString(), TarConstants.LF_SYMLINK);
            link(tar, "up", "../../../../../../../../.." + outside, TarConstants.LF_SYMLINK);
        });
        for (var name : new String[] {"out/made", "up/made"}) {
            assertThatThrownBy(() -> unpack(id, tar -> file(tar, name))).isInstanceOf(DockerException.class);
        }
        assertThatThrownBy(() -> unpack(id, tar -> link(tar, "hard", outside + "/secret", TarConstants.LF_LINK)))
                .isInstanceOf(DockerException.class);
        assertThatThrownBy(() -> engine.docker
                        .copyArchiveFromContainerCmd(id, "/out/secret")
                        .exec())
                .hasMessageContaining("Could not find the file");
    }

    @Test
    void a_link_that_a_program_makes_leads_nowhere_outside() {
        var id = ran(
                HostConfig.newHostConfig(),
                "ln -s " + outside + " /out; ln -s ../../../../../.." + outside + " /up; cat /out/secret /up/secret;"
                        + " echo made > /out/made; cd /out && echo made > made");
        assertThat(engine.logs(id, 0).out()).doesNotContain("secret");
        assertThatThrownBy(() -> engine.docker
                        .copyArchiveFromContainerCmd(id, "/up/secret")
                        .exec())
                .hasMessageContaining("Could not find the file");
    }

    @Test
    void a_bound_folder_leads_no_further() throws IOException {
        var bound = Files.createTempDirectory("bound");
        Files.createSymbolicLink(bound.resolve("link"), outside);
        var host = HostConfig.newHostConfig().withBinds(new Bind(bound.toString(), new Volume("/bound")));
        var id =
                ran(host, "cat /bound/link/secret; cat /bound/../../" + outside + "/secret; echo x > /bound/link/made");
        assertThat(engine.logs(id, 0).out()).doesNotContain("secret");
        engine.docker.removeContainerCmd(id).exec();
        Files.delete(bound.resolve("link"));
        Files.delete(bound);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../secret", "a/b", "/etc", "a/../../b", ".hidden", "~", "a\u0000b"})
    void a_volumes_name_is_no_path(String name) {
        assertThatThrownBy(() -> engine.docker.createVolumeCmd().withName(name).exec())
                .isInstanceOf(DockerException.class);
        assertThat(engine.docker.listVolumesCmd().exec().getVolumes()).isEmpty();
    }
}
