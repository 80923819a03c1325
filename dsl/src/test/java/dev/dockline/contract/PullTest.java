package dev.dockline.contract;

import static dev.dockline.Dockline.ALWAYS;
import static dev.dockline.Dockline.NEVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dockline.engine.Handover;
import dev.dockline.error.DocklineException;
import dev.dockline.error.Interrupted;
import dev.dockline.error.NoSuchImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Images brought from a registry, which is one on this machine's loopback. */
class PullTest extends EngineContract {
    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();
    private PrintStream before;
    private Registry registry;
    private String app;

    @BeforeEach
    void open() throws IOException {
        assumeTrue(System.getenv("DOCKLINE_PORTS_AT") == null, "the engine is not on this host");
        assumeFalse(docker.engine().product().equals("Podman"), "Podman wants TLS of a registry");
        registry = new Registry();
        app = registry.image();
        before = System.err;
        System.setErr(new PrintStream(notes, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        if (registry != null) {
            System.setErr(before);
            registry.close();
            docker.containers().named("*" + name("")).remove(dev.dockline.Dockline.FORCE);
            docker.images().named(app + "*").remove();
        }
    }

    // Of the embedded engine, which pulls nothing.
    private String refusal(String step) {
        return "Cannot " + step + ": there is no image \"" + app + "\", and pulling it failed: pull access denied for "
                + app + ", repository does not exist or may require 'docker login': denied: requested access to the"
                + " resource is denied. This is the embedded engine of Dockline, which pulls nothing; it has "
                + docker.images().states().stream()
                        .flatMap(image -> image.tags().stream())
                        .map(tag -> tag.replace(":latest", ""))
                        .collect(java.util.stream.Collectors.joining(", "))
                + ".\nTry: images() to see what is there, or image(\"" + app
                + "\").buildIfMissing(\"folder/with/Dockerfile\")";
    }

    private String said() {
        return notes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void an_image_that_is_missing_is_brought_and_its_progress_told() {
        registry.letGo();
        if (embeddedRefuses(() -> container("web").image(app).create(), refusal("create container \"web\""))) {
            return;
        }
        container("web").image(app).create();
        assertThat(docker.image(app).exists()).isTrue();
        assertThat(said()).contains("pulling " + app + ":latest: Downloading", "Pull complete");
    }

    @Test
    void ctrl_c_ends_a_pull_and_the_next_one_brings_the_image() {
        if (embeddedRefuses(() -> docker.image(app).pull(), refusal("pull image \"" + app + "\""))) {
            return;
        }
        var pulled = CompletableFuture.supplyAsync(
                () -> failure(() -> docker.image(app).pull(), Interrupted.class));
        await().until(() -> said().contains("Downloading"));
        var began = System.nanoTime();
        Handover.cancelAll();
        await().until(pulled::isDone);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(500));
        assertThat(pulled.join()).startsWith("Cannot pull image");
        assertThat(docker.image(app).exists()).isFalse();
        registry.letGo();
        docker.image(app).pull();
        assertThat(docker.image(app).exists()).isTrue();
    }

    @Test
    void pull_always_brings_what_is_newer_and_pull_never_nothing() throws IOException {
        registry.letGo();
        assertThat(failure(() -> container("web").image(app).pull(NEVER).create(), NoSuchImage.class))
                .contains("pull(NEVER)");
        if (embeddedRefuses(
                () -> container("web").image(app).pull(ALWAYS).create(), refusal("create container \"web\""))) {
            return;
        }
        container("web").image(app).create();
        registry.push("two");
        assertThat(container("web2").image(app).create().inspect("/Config/Labels/is"))
                .isEqualTo("one");
        assertThat(container("web3").image(app).pull(ALWAYS).create().inspect("/Config/Labels/is"))
                .isEqualTo("two");
    }

    @Test
    void an_image_of_another_platform_is_not_taken_for_it() {
        registry.letGo();
        if (embeddedRefuses(
                () -> container("web").image(app).platform("linux/arm64").create(),
                refusal("create container \"web\""))) {
            return;
        }
        assertThat(failure(
                        () -> container("web")
                                .image(app)
                                .platform("linux/arm64")
                                .create(),
                        DocklineException.class))
                .startsWith("Cannot create container \"web\": ")
                .contains("linux/arm64");
        assertThat(exists("web")).isFalse();
    }
}
