package dev.dockline.bench;

import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.dockline.Docker;
import dev.dockline.embedded.EmbeddedEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Measures on the engine of DOCKER_HOST, which has the images busybox, ubuntu and training/webapp. */
public final class Benchmarks {
    private Benchmarks() {}

    private static final List<String> ALL =
            List.of("start", "prompts", "many", "verbs", "lists", "transfers", "embedded", "programs", "plans");

    /**
     * Runs those that are named, or all. {@code -Dbench.rounds} is how often; {@code -Dbench.keep} the README whose table
     * gets what was measured; {@code -Dbench.compare} the one whose table it must not be worse than by half.
     */
    public static void main(String[] names) throws Exception {
        var wanted = names.length == 0 ? ALL : List.of(names);
        var config = DefaultDockerClientConfig.createDefaultConfigBuilder().build();
        var http = new ZerodepDockerHttpClient.Builder()
                .dockerHost(config.getDockerHost())
                .build();
        var url = config.getDockerHost().toString();
        var folder = Files.createTempDirectory("dockline-bench");
        try (var client = DockerClientImpl.getInstance(config, http);
                var docker = Docker.connect(url)) {
            System.out.println(docker.engine() + ", Java " + Runtime.version().feature() + ", at most "
                    + Runtime.getRuntime().maxMemory() / 1_000_000 + " MB of heap");
            var report = new Report();
            var rounds = Integer.getInteger("bench.rounds", 5);
            for (var name : wanted) {
                switch (name) {
                    case "short" -> new Start(report, url, folder, rounds).measureShort();
                    case "start" -> new Start(report, url, folder, rounds).measure();
                    case "prompts" -> new Prompts(report, docker, url, folder).measure(rounds);
                    case "many" -> many(report, docker, url, folder);
                    case "verbs" -> new Verbs(report, docker, client).measure();
                    case "lists" -> new Lists(report, docker, client).measure();
                    case "transfers" -> new Transfers(report, docker, url, folder).measure();
                    case "embedded" -> new Embedded(client).measure();
                    case "programs" -> new Programs(folder).measure();
                    case "plans" -> new Plans().measure();
                    default -> throw new IllegalArgumentException("There is no " + name + "; there are " + ALL);
                }
            }
            end(report, docker);
        } finally {
            delete(folder);
        }
    }

    private static void many(Report report, Docker docker, String url, Path folder) throws Exception {
        new Many(report, docker, folder, Integer.getInteger("bench.many", 200)).measure("on Docker", url);
        var socket = folder.resolve("own/docker.sock");
        try (var engine = EmbeddedEngine.start();
                var embedded = Docker.connect(engine)) {
            engine.serve(socket);
            new Many(report, embedded, folder, 1000).measure("on the embedded engine", "unix://" + socket);
        }
    }

    private static void end(Report report, Docker docker) throws IOException {
        var keep = System.getProperty("bench.keep", "");
        if (!keep.isEmpty()) {
            report.keep(
                    Path.of(keep),
                    machine() + ", " + docker.engine().product() + " "
                            + docker.engine().version() + ", " + LocalDate.now() + ":");
        }
        var compare = System.getProperty("bench.compare", "");
        var worse = compare.isEmpty() ? List.<String>of() : report.worse(Path.of(compare));
        worse.forEach(row -> System.out.println("Worse by half than what is kept: " + row));
        if (!worse.isEmpty()) {
            throw new IllegalStateException("Worse by half than what is kept in " + compare);
        }
    }

    private static String machine() throws IOException {
        var processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.replaceFirst(".*: *", ""))
                .findFirst()
                .orElse(System.getProperty("os.arch"));
        return Runtime.getRuntime().availableProcessors() + " cores of " + processor;
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
