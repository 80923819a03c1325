package dev.dockline.embedded;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import com.github.dockerjava.api.model.WaitResponse;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** An embedded engine with a docker-java client on it, and the few things tests do all the time. */
final class Engine implements AutoCloseable {
    final EmbeddedEngine embedded = EmbeddedEngine.start();
    final DockerClient docker = client(embedded);

    /** What a command wrote and how it ended. */
    record Result(int code, String out, String err) {}

    static DockerClient client(EmbeddedEngine engine) {
        var config = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost("tcp://embedded.invalid:1")
                .build();
        return DockerClientImpl.getInstance(config, engine.client());
    }

    /** Runs a command in a new container to its end, and removes it. */
    Result run(String image, UnaryOperator<CreateContainerCmd> more, String... command) {
        var id = more.apply(docker.createContainerCmd(image).withCmd(command))
                .exec()
                .getId();
        try {
            docker.startContainerCmd(id).exec();
            var code = await(id);
            return logs(id, code);
        } finally {
            docker.removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        }
    }

    Result run(String image, String... command) {
        return run(image, UnaryOperator.identity(), command);
    }

    /** Runs a shell script in a new busybox. */
    Result sh(String script) {
        return run("busybox", "sh", "-c", script);
    }

    int await(String id) {
        try (var waiting = docker.waitContainerCmd(id).exec(new Waiting())) {
            waiting.awaitCompletion(20, TimeUnit.SECONDS);
            return waiting.code;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Waiting extends ResultCallback.Adapter<WaitResponse> {
        private int code = -1;

        @Override
        public void onNext(WaitResponse response) {
            code = response.getStatusCode();
        }
    }

    Result logs(String id, int code) {
        var frames =
                docker.logContainerCmd(id).withStdOut(true).withStdErr(true).exec(new Frames());
        return frames.result(code);
    }

    /** Runs a command in a running container. */
    Result exec(String id, String... command) {
        var exec = docker.execCreateCmd(id)
                .withAttachStdout(true)
                .withAttachStderr(true)
                .withCmd(command)
                .exec()
                .getId();
        var frames = docker.execStartCmd(exec).exec(new Frames());
        var result = frames.result(0);
        return new Result(docker.inspectExecCmd(exec).exec().getExitCodeLong().intValue(), result.out, result.err);
    }

    /** Collects what a stream brings. */
    static final class Frames extends ResultCallback.Adapter<Frame> {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();

        @Override
        public synchronized void onNext(Frame frame) {
            (frame.getStreamType() == StreamType.STDERR ? err : out).writeBytes(frame.getPayload());
        }

        Result result(int code) {
            try {
                if (!awaitCompletion(20, TimeUnit.SECONDS)) throw new AssertionError("the stream did not end");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new Result(code, text(), err.toString(StandardCharsets.UTF_8));
        }

        synchronized String text() {
            return out.toString(StandardCharsets.UTF_8);
        }
    }

    static ByteArrayInputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            docker.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        embedded.close();
    }

    /** The names in a tar. */
    static java.util.List<String> entries(java.io.InputStream archive) throws IOException {
        var names = new java.util.ArrayList<String>();
        try (var tar = new org.apache.commons.compress.archivers.tar.TarArchiveInputStream(archive)) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
