package dev.dockline.embedded.runtime;

import dev.dockline.embedded.io.Pipe;
import dev.dockline.embedded.io.Threads;
import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.model.Health;
import dev.dockline.embedded.model.HealthCheck;
import dev.dockline.embedded.model.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks, again and again, whether a container that runs is well. */
final class HealthProbes {
    private static final int MOST_OUTPUT = 4096;

    private final Daemon daemon;
    private final Container container;
    private final Run run;
    private final HealthCheck check;

    private HealthProbes(Daemon daemon, Container container, Run run) {
        this.daemon = daemon;
        this.container = container;
        this.run = run;
        this.check = container.config().health();
    }

    /** Begins, if the container has a check; ends with the run. */
    static void begin(Daemon daemon, Container container, Run run) {
        var check = container.config().health();
        if (check == null || !check.isOn()) return;
        var probes = new HealthProbes(daemon, container, run);
        Threads.start("dockline-" + container.name() + "-health", probes::probe);
    }

    private void probe() {
        var began = daemon.model().now();
        while (!run.await(check.pause())) {
            var asked = daemon.model().now();
            if (run.isPaused()) continue;
            var probe = ask(asked);
            var starting = Duration.between(began, asked).compareTo(check.startPeriod()) < 0;
            daemon.model().locked(() -> daemon.model().runs().probed(container, probe, starting));
        }
    }

    private Health.Probe ask(Instant start) {
        var spec = new Execs.Spec(check.command(), List.of(), "", "", false, false, true, true);
        try {
            var exec = daemon.execs().create(container.id(), spec);
            var pipe = new Pipe();
            daemon.execs().start(exec, pipe, InputStream.nullInputStream());
            var output =
                    CompletableFuture.supplyAsync(() -> output(pipe), task -> Threads.start("dockline-health", task));
            var text = output.get(check.limit().toNanos(), TimeUnit.NANOSECONDS);
            return new Health.Probe(start, daemon.model().now(), exec.exitCode(), text);
        } catch (TimeoutException e) {
            var why = "Health check exceeded timeout (" + seconds(check.limit()) + ")";
            return new Health.Probe(start, daemon.model().now(), -1, why);
        } catch (Refused | ExecutionException | InterruptedException e) {
            return new Health.Probe(start, daemon.model().now(), -1, String.valueOf(e.getMessage()));
        }
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
    }

    private static String output(Pipe framed) {
        try (var in = framed.in()) {
            var text = new String(Frames.payload(in.readAllBytes()), StandardCharsets.UTF_8);
            return text.length() > MOST_OUTPUT ? text.substring(0, MOST_OUTPUT) : text;
        } catch (IOException e) {
            return "";
        }
    }
}
