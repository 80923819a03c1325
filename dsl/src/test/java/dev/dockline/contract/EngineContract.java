package dev.dockline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dockline.Container;
import dev.dockline.Docker;
import dev.dockline.error.ContainerNotRunning;
import dev.dockline.error.DocklineException;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every contract test stands on: an engine, names that meet nobody else's, and a clean-up that leaves the engine as
 * it was found.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.dockline.contract.EngineUnderTest#all")
abstract class EngineContract {
    private static final List<String> IMAGES = List.of("busybox", "training/webapp", "training/postgres");

    @Parameter
    EngineUnderTest engine;

    Docker docker;
    private final String suffix =
            "-" + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x1000, 0xffff));
    private Set<String> volumesBefore;
    private Set<String> containersBefore;

    @BeforeEach
    void connect() {
        assumeTrue(engine != EngineUnderTest.NONE, "no real engine: set DOCKLINE_TEST_ENGINES or start one");
        docker = engine.connection();
        for (var image : IMAGES) {
            assumeTrue(docker.image(image).exists(), engine + " has no image " + image);
        }
        containersBefore = ids();
        volumesBefore = volumeNames();
    }

    @AfterEach
    void leaveAsFound() {
        if (docker == null) {
            return;
        }
        for (var container : docker.containers()) {
            if (!containersBefore.contains(container.inspect("/Id"))) {
                removed(container);
            }
        }
        for (var network : docker.networks()) {
            if (network.name().endsWith(suffix)) {
                network.remove();
            }
        }
        for (var volume : docker.volumes()) {
            if (!volumesBefore.contains(volume.name())) {
                volume.remove();
            }
        }
    }

    // Podman's removal gives what runs ten seconds to end by itself, and what is paused for ever.
    private static void removed(Container container) {
        if (container.state().status().equals("running")) {
            try {
                container.kill();
            } catch (ContainerNotRunning endedMeanwhile) {
                // What is just ending may be told as running a moment longer.
            }
        }
        container.removeWithVolumes(dev.dockline.Dockline.FORCE);
    }

    private Set<String> ids() {
        var ids = new HashSet<String>();
        docker.containers().states().forEach(state -> ids.add(state.id()));
        return ids;
    }

    Set<String> volumeNames() {
        var names = new HashSet<String>();
        docker.volumes().states().forEach(state -> names.add(state.name()));
        return names;
    }

    /** A name like the book's that no other test and no user has. */
    String name(String base) {
        return base + suffix;
    }

    /** A fresh declaration under such a name. */
    Container container(String base) {
        return docker.container(name(base));
    }

    /** A declaration of what stays up and does nothing; see {@link #up} for one that stops when told to. */
    Container idle(String base) {
        return container(base).image("training/webapp");
    }

    /** Runs it and waits until it heeds signals; a stop before that would take ten seconds. */
    static Container up(Container declared) {
        return heeding(declared.run());
    }

    /** Waits until one that was started heeds signals. */
    static Container heeding(Container running) {
        await().until(() -> running.logs().matches("(?s).*(Running on|ready to accept connections).*"));
        return running;
    }

    /** Whether the container is there, under its full name. */
    boolean exists(String base) {
        return docker.containers().states().stream()
                .anyMatch(state -> state.name().equals(name(base)));
    }

    /** Whether this is the embedded engine: then the step, which it does not do, is refused with these words. */
    boolean embeddedRefuses(Runnable step, String words) {
        if (engine.isEmbedded()) {
            assertThat(failure(step, DocklineException.class)).isEqualTo(words);
        }
        return engine.isEmbedded();
    }

    /** The failure of a step, its text freed of this test's suffix. */
    String failure(Runnable step, Class<? extends DocklineException> kind) {
        try {
            step.run();
        } catch (DocklineException failure) {
            if (!kind.isInstance(failure)) {
                throw new AssertionError("expected " + kind.getSimpleName(), failure);
            }
            return failure.getMessage().replace(suffix, "");
        }
        throw new AssertionError("expected " + kind.getSimpleName() + ", and nothing failed");
    }

    /** Gets a page, giving the server five seconds to come up. */
    static String page(String url) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try (var in = URI.create(url).toURL().openStream()) {
                return new String(in.readAllBytes());
            } catch (IOException e) {
                if (tries == 50) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }
}
