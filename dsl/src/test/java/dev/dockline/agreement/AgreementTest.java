package dev.dockline.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.dockline.embedded.EmbeddedEngine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * Random operations on the embedded engine and on a real one: what is answered, how things stand and what events tell
 * are the same after each step. The real engine must be nobody else's: everything on it is taken away.
 */
class AgreementTest {
    /** {@code unix://…} of a Docker 28, or a 20.10. */
    private static final String ENGINE = System.getenv().getOrDefault("DOCKLINE_AGREEMENT_ENGINE", "");

    private static final long FIRST = Long.getLong("dockline.agreement.from", 1);
    private static final int SEQUENCES = Integer.getInteger("dockline.agreement.sequences", 8);
    private static final int STEPS = Integer.getInteger("dockline.agreement.steps", 30);
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("dockline.agreement.seconds", 100));

    @Test
    void the_embedded_engine_agrees_with_docker() throws Exception {
        assumeTrue(!ENGINE.isEmpty(), "no engine to agree with: set DOCKLINE_AGREEMENT_ENGINE, to one of its own");
        try (var engine = EmbeddedEngine.start();
                var here = engine.client();
                var there = new ZerodepDockerHttpClient.Builder()
                        .dockerHost(URI.create(ENGINE))
                        .build()) {
            var version = new Side("", there, "1.24")
                    .get("/version")
                    .json()
                    .path("ApiVersion")
                    .asText();
            var agreement = new Agreement(new Side("embedded", here, version), new Side("dockerd", there, version));
            var end = Instant.now().plus(TIME);
            long seed = FIRST;
            for (; seed < FIRST + SEQUENCES && Instant.now().isBefore(end); seed++) {
                var steps = Moves.of(seed, STEPS);
                var difference = agreement.difference(steps);
                if (difference.isPresent()) {
                    var least = agreement.shrunk(steps);
                    assertThat(agreement.difference(least).orElse("only in the whole sequence: " + difference.get()))
                            .as("seed %d, %s", seed, least)
                            .isEmpty();
                }
                assertThat(engine.violations()).as("seed %d", seed).isEmpty();
            }
            agreement.clear();
            long last = seed - 1;
            System.out.println(
                    "Agreed with " + ENGINE + " on the seeds " + FIRST + " to " + last + ", " + STEPS + " steps each");
            record(there, version, last);
        }
    }

    // With -Ddockline.agreement.record=FILE, a line for each run, and what they come to.
    private static void record(DockerHttpClient there, String version, long last) throws IOException {
        var name = System.getProperty("dockline.agreement.record");
        if (name == null) {
            return;
        }
        var file = Path.of(name);
        var engine = new Side("", there, version)
                .get("/version")
                .json()
                .path("Version")
                .asText();
        var line = FIRST + " " + last + " " + STEPS + " " + engine + "\n";
        Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        long total = Files.readAllLines(file).stream()
                .filter(run -> !run.startsWith("#"))
                .map(run -> run.split(" "))
                .mapToLong(run -> Long.parseLong(run[1]) - Long.parseLong(run[0]) + 1)
                .sum();
        System.out.println("In all, " + total + " sequences are in " + file);
    }
}
