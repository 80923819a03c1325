package dev.dockline.bench;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import dev.dockline.embedded.EmbeddedEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** What the embedded engine can do, beside the engine of DOCKER_HOST where that can do it too. */
final class Embedded {
    private static final int MANY = 10_000;
    private static final int RUNNING = 200;
    private static final int ROUNDS = 9;
    private static final long RELAYED = 256L << 20;
    private static final int BLOCK = 1 << 16;

    private final DockerClient dockerd;

    Embedded(DockerClient dockerd) {
        this.dockerd = dockerd;
    }

    void measure() throws Exception {
        System.out.printf("%-44s %13s %13s %7s  %s%n", "embedded engine", "embedded", "the other", "ratio", "wanted");
        try (var engine = EmbeddedEngine.start();
                var client = client(engine)) {
            cycles(client);
            lists(client);
        }
        firstAnswer();
        try (var engine = EmbeddedEngine.start();
                var client = client(engine)) {
            relay(client);
        }
    }

    private static DockerClient client(EmbeddedEngine engine) {
        var config = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost("tcp://embedded.invalid:1")
                .build();
        return DockerClientImpl.getInstance(config, engine.client());
    }

    private void cycles(DockerClient client) {
        cycles(client, 6000);
        double ours = 3000 / seconds(() -> cycles(client, 3000));
        double theirs = 20 / seconds(() -> cycles(dockerd, 20));
        print("create, start, remove: a second", ours, theirs, "at least 2000");
        ours = 6000 / seconds(() -> twice(() -> cycles(client, 3000)));
        theirs = 20 / seconds(() -> twice(() -> cycles(dockerd, 10)));
        print("the same by two callers at once", ours, theirs, "");
    }

    private static Object twice(Callable<?> work) throws Exception {
        var second = CompletableFuture.runAsync(() -> seconds(work));
        work.call();
        return second.get();
    }

    private static Object cycles(DockerClient client, int count) {
        for (int i = 0; i < count; i++) {
            var id = client.createContainerCmd("busybox")
                    .withCmd("sleep", "60")
                    .exec()
                    .getId();
            client.startContainerCmd(id).exec();
            client.removeContainerCmd(id).withForce(true).exec();
        }
        return null;
    }

    private static void lists(DockerClient client) {
        for (int i = 0; i < MANY; i++) {
            var id = client.createContainerCmd("busybox")
                    .withCmd("sleep", "600")
                    .exec()
                    .getId();
            if (i < RUNNING) {
                client.startContainerCmd(id).exec();
            }
        }
        var times = new ArrayList<Double>();
        for (int i = 0; i < ROUNDS; i++) {
            times.add(1000 * seconds(() -> client.listContainersCmd().exec()));
        }
        print("list of 200 running of 10,000, ms", median(times), Double.NaN, "at most 50");
        times.clear();
        for (int i = 0; i < ROUNDS; i++) {
            times.add(1000
                    * seconds(() -> client.listContainersCmd().withShowAll(true).exec()));
        }
        print("list of all 10,000, ms", median(times), Double.NaN, "");
        System.gc();
        var runtime = Runtime.getRuntime();
        print("heap with them, MB", (runtime.totalMemory() - runtime.freeMemory()) / 1e6, Double.NaN, "at most 512");
    }

    // One side sends as fast as it can into a port, the other counts: through the engine, and through a plain relay.
    private static void relay(DockerClient client) throws Exception {
        var id = client.createContainerCmd("busybox")
                .withCmd("sh", "-c", "nc -l -p 80 > /dev/null")
                .withExposedPorts(ExposedPort.tcp(80))
                .withHostConfig(HostConfig.newHostConfig().withPortBindings(PortBinding.parse("127.0.0.1::80")))
                .exec()
                .getId();
        var published = new ArrayList<Double>();
        var plain = new ArrayList<Double>();
        for (int i = 0; i < ROUNDS; i++) {
            client.startContainerCmd(id).exec();
            int port = Integer.parseInt(client.inspectContainerCmd(id)
                    .exec()
                    .getNetworkSettings()
                    .getPorts()
                    .getBindings()
                    .get(ExposedPort.tcp(80))[0]
                    .getHostPortSpec());
            Thread.sleep(100);
            published.add(seconds(() -> {
                send(port);
                client.waitContainerCmd(id).start().awaitStatusCode();
                return null;
            }));
            try (var relay = new PlainRelay()) {
                plain.add(seconds(() -> {
                    send(relay.port());
                    relay.await();
                    return null;
                }));
            }
        }
        client.removeContainerCmd(id).exec();
        double megabytes = RELAYED / 1e6;
        print("published port, MB a second", megabytes / median(published), megabytes / median(plain), "at least 0.90");
    }

    private static void send(int port) throws IOException {
        var block = new byte[BLOCK];
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                OutputStream out = socket.getOutputStream()) {
            for (long left = RELAYED; left > 0; left -= BLOCK) {
                out.write(block);
            }
        }
    }

    /** Takes one connection, and passes what comes on to another socket, where it is read and thrown away. */
    private static final class PlainRelay implements AutoCloseable {
        private final ServerSocket front = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final ServerSocket back = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final Thread reader = new Thread(() -> pass(back, null));
        private final Thread passer = new Thread(() -> pass(front, back));

        PlainRelay() throws IOException {
            reader.start();
            passer.start();
        }

        int port() {
            return front.getLocalPort();
        }

        void await() throws InterruptedException {
            passer.join();
            reader.join();
        }

        private static void pass(ServerSocket from, ServerSocket to) {
            try (var in = from.accept();
                    InputStream read = in.getInputStream();
                    Socket out = to == null ? null : new Socket(InetAddress.getLoopbackAddress(), to.getLocalPort())) {
                var block = new byte[BLOCK];
                for (int count; (count = read.read(block)) >= 0; ) {
                    if (out != null) {
                        out.getOutputStream().write(block, 0, count);
                    }
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            front.close();
            back.close();
        }
    }

    // Whole processes, taken in turns: one that asks a new engine for its version, and one that does nothing.
    private static void firstAnswer() throws Exception {
        var asking = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        for (int i = 0; i < ROUNDS; i++) {
            asking.add(1000 * seconds(() -> process(FirstAnswer.class)));
            bare.add(1000 * seconds(() -> process(Nothing.class)));
        }
        print("first answer over a bare JVM's start, ms", median(asking) - median(bare), Double.NaN, "at most 120");
    }

    private static Object process(Class<?> main) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** A process that does nothing. */
    static final class Nothing {
        private Nothing() {}

        public static void main(String[] arguments) {
            System.out.println("up");
        }
    }

    /** A process that has its first answer of an engine of its own. */
    static final class FirstAnswer {
        private FirstAnswer() {}

        public static void main(String[] arguments) throws Exception {
            var request = com.github.dockerjava.transport.DockerHttpClient.Request.builder()
                    .method(com.github.dockerjava.transport.DockerHttpClient.Request.Method.GET)
                    .path("/version")
                    .build();
            try (var engine = EmbeddedEngine.start();
                    var client = engine.client();
                    var answer = client.execute(request)) {
                System.out.println(
                        new String(answer.getBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
    }

    private static double seconds(Callable<?> work) {
        try {
            long begun = System.nanoTime();
            work.call();
            return (System.nanoTime() - begun) / 1e9;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static double median(List<Double> values) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static void print(String name, double ours, double other, String wanted) {
        System.out.printf(Locale.ROOT, "%-44s %13.1f %13.1f %7.2f  %s%n", name, ours, other, ours / other, wanted);
    }
}
