package dev.dockline.bench;

import com.github.dockerjava.api.DockerClient;
import dev.dockline.Docker;
import dev.dockline.Dockline;

/** What the table of all containers costs over one raw list call. */
final class Lists {
    private static final int CONTAINERS = 500;

    private final Report report;
    private final Docker docker;
    private final DockerClient client;

    Lists(Report report, Docker docker, DockerClient client) {
        this.report = report;
        this.docker = docker;
        this.client = client;
    }

    void measure() throws Exception {
        try {
            for (int i = 0; i < CONTAINERS; i++) {
                docker.container("bench-" + i).image("busybox").create("true");
            }
            // A list tells exactly what a verb has just touched; here nothing has.
            Thread.sleep(1000);
            report.add(new Ratio(
                            "containers() of " + CONTAINERS,
                            docker::containers,
                            () -> client.listContainersCmd().withShowAll(true).exec())
                    .measure(10, 20, 1.30));
        } finally {
            docker.containers().named("bench-*").remove(Dockline.FORCE);
        }
    }
}
