package dev.dockline.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code that knows docker-java alone, and of Dockline no more than the address; the README's example is one of them. */
@EmbeddedDocker
class PlainDockerJavaTest {
    // README
    @Test
    void lists(@DockerHost String host) throws Exception {
        var config = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(host)
                .build();
        var http = new ZerodepDockerHttpClient.Builder()
                .dockerHost(config.getDockerHost())
                .build();
        try (var docker = DockerClientImpl.getInstance(config, http)) {
            docker.createContainerCmd("busybox").withName("box").exec();
            assertEquals(1, docker.listContainersCmd().withShowAll(true).exec().size());
        }
    }
    // README

    @Test
    void the_readme_has_the_example_as_it_stands_here() throws Exception {
        var root = Path.of("").toAbsolutePath();
        root = root.endsWith("dsl") ? root.getParent() : root;
        var source = Files.readString(root.resolve("dsl/src/test/java/dev/dockline/junit/PlainDockerJavaTest.java"));
        assertThat(Files.readString(root.resolve("README.md")))
                .contains(source.split("    // README\n")[1].stripTrailing());
    }

    private static DockerClient client(String host) {
        var config = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(host)
                .build();
        var http = new ZerodepDockerHttpClient.Builder()
                .dockerHost(config.getDockerHost())
                .build();
        return DockerClientImpl.getInstance(config, http);
    }

    @Test
    void list_create_start_exec_copy_and_remove(@DockerHost String host, @TempDir Path folder) throws Exception {
        try (var docker = client(host)) {
            assertThat(docker.listContainersCmd().withShowAll(true).exec()).isEmpty();
            var id = docker.createContainerCmd("busybox")
                    .withName("box")
                    .withCmd("sleep", "600")
                    .exec()
                    .getId();
            docker.startContainerCmd(id).exec();
            assertThat(docker.listContainersCmd().exec())
                    .extracting(one -> one.getNames()[0])
                    .containsExactly("/box");

            Files.writeString(folder.resolve("note"), "from the host\n");
            docker.copyArchiveToContainerCmd(id)
                    .withHostResource(folder.resolve("note").toString())
                    .withRemotePath("/tmp")
                    .exec();
            assertThat(exec(docker, id, "cat", "/tmp/note")).isEqualTo("from the host\n");
            exec(docker, id, "sh", "-c", "echo from the container > /tmp/answer");
            try (var tar = new TarArchiveInputStream(
                    docker.copyArchiveFromContainerCmd(id, "/tmp/answer").exec())) {
                assertThat(tar.getNextEntry().getName()).isEqualTo("answer");
                assertThat(new String(tar.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo("from the container\n");
            }

            docker.removeContainerCmd(id).withForce(true).exec();
            assertThat(docker.listContainersCmd().withShowAll(true).exec()).isEmpty();
        }
    }

    private static String exec(DockerClient docker, String id, String... command) throws InterruptedException {
        var exec = docker.execCreateCmd(id)
                .withCmd(command)
                .withAttachStdout(true)
                .exec()
                .getId();
        var out = new StringBuilder();
        docker.execStartCmd(exec)
                .exec(new ResultCallback.Adapter<Frame>() {
                    @Override
                    public void onNext(Frame frame) {
                        out.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
                    }
                })
                .awaitCompletion();
        return out.toString();
    }
}
