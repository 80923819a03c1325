package dev.dockline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Volume;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Callers that are interrupted, or close their responses, at random moments leave the engine whole. */
class InterruptsTest {
    private static final int INTERRUPTS = Integer.getInteger("dockline.interrupts", 300);
    private static final List<BiConsumer<DockerClient, Random>> WORK = List.of(
            InterruptsTest::runToTheEnd,
            InterruptsTest::publishAndForget,
            InterruptsTest::follow,
            InterruptsTest::upload,
            InterruptsTest::volumesAndNetworks,
            InterruptsTest::execAndRename,
            InterruptsTest::clearUp);

    private final Engine engine = new Engine();
    private final Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void interrupts_at_random_moments_break_nothing() throws InterruptedException {
        var random = new Random(7);
        var interrupted = 0;
        for (var left = INTERRUPTS; left > 0; left--) {
            var work = WORK.get(random.nextInt(WORK.size()));
            var seed = random.nextLong();
            var worker = new Thread(() -> attempt(work, new Random(seed)));
            worker.start();
            Thread.sleep(0, random.nextInt(900_000));
            if (random.nextInt(4) == 0) Thread.sleep(random.nextInt(12));
            if (worker.isAlive()) interrupted++;
            worker.interrupt();
            worker.join(10_000);
            assertThat(worker.isAlive()).as("the caller is free at once").isFalse();
        }
        assertThat(interrupted).as("callers that were still at it").isGreaterThan(INTERRUPTS / 2);
        settle();
    }

    @Test
    void responses_closed_at_random_moments_end_their_streams() throws Exception {
        var random = new Random(8);
        var id = engine.docker
                .createContainerCmd("busybox")
                .withCmd("sh", "-c", "while true; do echo line; done")
                .exec()
                .getId();
        engine.docker.startContainerCmd(id).exec();
        for (var left = 200; left > 0; left--) {
            var logs = engine.docker
                    .logContainerCmd(id)
                    .withStdOut(true)
                    .withFollowStream(true)
                    .exec(new Counting());
            var attached = engine.docker
                    .attachContainerCmd(id)
                    .withStdOut(true)
                    .withFollowStream(true)
                    .exec(new Counting());
            var events = engine.docker.eventsCmd().exec(new ResultCallback.Adapter<>());
            Thread.sleep(random.nextInt(4));
            for (var stream : List.of(logs, attached, events)) stream.close();
        }
        engine.docker.killContainerCmd(id).exec();
        settle();
    }

    private void settle() {
        assertThat(unexpected).isEmpty();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(engine.embedded.violations()).isEmpty());
        clearUp(engine.docker, new Random(0));
        assertThat(engine.embedded.violations()).isEmpty();
        assertThat(engine.run("busybox", "echo", "well").out()).isEqualTo("well\n");
    }

    private void attempt(BiConsumer<DockerClient, Random> work, Random random) {
        try {
            work.accept(engine.docker, random);
        } catch (DockerException | UncheckedIOException e) {
            // Refused, because another attempt was cut off half-way, or interrupted: both are what is being tried.
        } catch (RuntimeException e) {
            var interrupted = e.getCause() instanceof IOException || e.getCause() instanceof InterruptedException;
            if (!interrupted) unexpected.add(e);
        }
    }

    private static final class Counting extends ResultCallback.Adapter<Frame> {
        private final AtomicInteger frames = new AtomicInteger();

        @Override
        public void onNext(Frame frame) {
            frames.incrementAndGet();
        }
    }

    private static void runToTheEnd(DockerClient docker, Random random) {
        var id = docker.createContainerCmd("busybox")
                .withVolumes(new Volume("/data"))
                .withHostConfig(HostConfig.newHostConfig().withAutoRemove(random.nextBoolean()))
                .withCmd("sh", "-c", "echo hello | cat > /data/file; cat /data/file")
                .exec()
                .getId();
        docker.startContainerCmd(id).exec();
        docker.logContainerCmd(id).withStdOut(true).withFollowStream(true).exec(new Counting());
    }

    private static void publishAndForget(DockerClient docker, Random random) {
        var id = docker.createContainerCmd("training/webapp")
                .withHostConfig(HostConfig.newHostConfig()
                        .withPortBindings(PortBinding.parse("5000"))
                        .withAutoRemove(true))
                .withExposedPorts(ExposedPort.tcp(5000))
                .exec()
                .getId();
        docker.startContainerCmd(id).exec();
        docker.stopContainerCmd(id).withTimeout(5).exec();
    }

    private static void follow(DockerClient docker, Random random) {
        var id = docker.createContainerCmd("busybox")
                .withCmd("sh", "-c", "while true; do echo x; done")
                .exec()
                .getId();
        docker.startContainerCmd(id).exec();
        try {
            docker.logContainerCmd(id)
                    .withStdOut(true)
                    .withFollowStream(true)
                    .exec(new Counting())
                    .awaitCompletion();
        } catch (InterruptedException e) {
            throw new RuntimeException(e);
        }
    }

    private static void upload(DockerClient docker, Random random) {
        var id = docker.createContainerCmd("busybox")
                .withVolumes(new Volume("/data"))
                .exec()
                .getId();
        docker.copyArchiveToContainerCmd(id)
                .withRemotePath("/data")
                .withTarInputStream(Engine.stream(tar()))
                .exec();
        try (var back = docker.copyArchiveFromContainerCmd(id, "/data").exec()) {
            back.readNBytes(random.nextInt(4096));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] tar() {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            for (var i = 0; i < 20; i++) {
                var entry = new TarArchiveEntry("file" + i);
                entry.setSize(3000);
                tar.putArchiveEntry(entry);
                tar.write(new byte[3000]);
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void volumesAndNetworks(DockerClient docker, Random random) {
        var name = "name" + random.nextInt(5);
        docker.createVolumeCmd().withName(name).exec();
        docker.createNetworkCmd().withName(name).exec();
        docker.removeVolumeCmd(name).exec();
        docker.removeNetworkCmd(name).exec();
    }

    private static void execAndRename(DockerClient docker, Random random) {
        var id = docker.createContainerCmd("busybox")
                .withCmd("sleep", "30")
                .exec()
                .getId();
        docker.startContainerCmd(id).exec();
        var exec = docker.execCreateCmd(id)
                .withAttachStdout(true)
                .withCmd("ls", "/bin")
                .exec()
                .getId();
        docker.execStartCmd(exec).exec(new Counting());
        docker.renameContainerCmd(id).withName("other" + random.nextInt(5)).exec();
        docker.pauseContainerCmd(id).exec();
        docker.unpauseContainerCmd(id).exec();
        docker.restartContainerCmd(id).withTimeout(0).exec();
    }

    private static void clearUp(DockerClient docker, Random random) {
        for (var container : docker.listContainersCmd().withShowAll(true).exec()) {
            try {
                docker.removeContainerCmd(container.getId())
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec();
            } catch (NotFoundException | ConflictException gone) {
                // An interrupted verb goes on in the engine: it has removed it first, or is at it.
            }
        }
    }
}
