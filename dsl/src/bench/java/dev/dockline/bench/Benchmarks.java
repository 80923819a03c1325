package dev.dockline.bench;

import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.dockline.Docker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Measures on the engine of DOCKER_HOST, which has the images busybox, ubuntu and training/webapp. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Runs those that are named, or all: {@code verbs}, {@code lists}, {@code transfers}, {@code embedded}, {@code programs}, {@code plans}. */
    public static void main(String[] names) throws Exception {
        var wanted = names.length == 0
                ? List.of("verbs", "lists", "transfers", "embedded", "programs", "plans")
                : List.of(names);
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
            Ratio.header();
            if (wanted.contains("verbs")) {
                new Verbs(docker, client).measure();
            }
            if (wanted.contains("lists")) {
                new Lists(docker, client).measure();
            }
            if (wanted.contains("transfers")) {
                new Transfers(docker, url, folder).measure();
            }
            if (wanted.contains("embedded")) {
                new Embedded(client).measure();
            }
            if (wanted.contains("programs")) {
                new Programs(folder).measure();
            }
            if (wanted.contains("plans")) {
                new Plans().measure();
            }
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws java.io.IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
