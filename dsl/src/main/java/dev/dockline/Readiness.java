package dev.dockline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.engine.Act;
import dev.dockline.engine.Engine;
import dev.dockline.error.NotPublished;
import dev.dockline.error.NotReady;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.Ready;
import dev.dockline.state.ContainerJson;
import dev.dockline.state.PublishedPort;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** Waits until a container that was started is what its declaration calls ready. */
final class Readiness {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
    private static final int PAGE_TIMEOUT_MILLIS = 2000;
    private static final int LAST_LINES = 5;

    private final Docker docker;
    private final Act act;
    private final String id;

    Readiness(Docker docker, Act act, String id) {
        this.docker = docker;
        this.act = act;
        this.id = id;
    }

    /** Returns when all conditions hold; fails if one does not within its time, or the container ends first. */
    void await(ContainerSpec spec) throws Exception {
        if (docker.isImagined()) {
            return;
        }
        for (var ready : spec.all(Ready.class).toList()) {
            await(ready);
        }
    }

    private void await(Ready ready) throws Exception {
        var end = Instant.now().plus(ready.limit());
        var pause = FIRST_PAUSE;
        while (!holds(ready)) {
            var state = inspect().path("State");
            if (!state.path("Running").asBoolean()) {
                throw notReady(
                        ready,
                        "it ended with exit code " + state.path("ExitCode").asInt());
            }
            if (Instant.now().isAfter(end)) {
                throw notReady(ready, "after " + seconds(ready.limit()) + " that was not so");
            }
            Thread.sleep(pause.toMillis());
            var longer = pause.multipliedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        }
    }

    private boolean holds(Ready ready) throws Exception {
        if (ready instanceof Ready.OnLog log) {
            // What an earlier run said does not count.
            var ended = Instant.parse(inspect().path("State").path("FinishedAt").asText(Instant.EPOCH.toString()));
            var said = ended.isAfter(Instant.EPOCH) ? Views.logs(docker, id, ended) : logs(-1);
            return said.contains(log.text());
        }
        if (ready instanceof Ready.OnHttp page) {
            return answers(page);
        }
        if (ready instanceof Ready.OnPort port) {
            return served(port.port().first());
        }
        return healthy();
    }

    private boolean healthy() {
        var health = inspect().path("State").path("Health").path("Status").asText("none");
        if (health.equals("none") || health.isEmpty()) {
            throw NotReady.withoutHealthcheck(act.what());
        }
        return health.equals("healthy");
    }

    private boolean answers(Ready.OnHttp page) throws IOException {
        int port = page.port().first();
        var published = ContainerJson.inspected(inspect(), Instant.now()).ports();
        var at = published.stream()
                .filter(p -> p.container() == port && p.published())
                .findFirst();
        if (at.isEmpty() && inspect().path("State").path("Running").asBoolean()) {
            throw new NotPublished(act.what(), port, "");
        }
        return at.isPresent() && status(docker.url(at.get()) + page.path().replaceFirst("^/", "")) < 400;
    }

    private static int status(String url) throws IOException {
        var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setConnectTimeout(PAGE_TIMEOUT_MILLIS);
        connection.setReadTimeout(PAGE_TIMEOUT_MILLIS);
        try {
            return connection.getResponseCode();
        } catch (IOException notYet) {
            return Integer.MAX_VALUE;
        } finally {
            connection.disconnect();
        }
    }

    // An engine accepts connections to a published port before the program does, so the container's own table of
    // sockets is asked; where it has no program to show that, the published port must answer or stay open.
    private boolean served(int port) throws Exception {
        var table = Exec.quietly(docker, id, "cat", "/proc/net/tcp", "/proc/net/tcp6");
        var listening = String.format("(?s).*:%04X [0-9A-F]+:0000 0A .*", port);
        return table.exitCode() == 0 || !table.out().isEmpty()
                ? table.out().matches(listening)
                : ContainerJson.inspected(inspect(), Instant.now()).ports().stream()
                        .anyMatch(p -> p.container() == port && p.published() && staysOpen(p));
    }

    private boolean staysOpen(PublishedPort port) {
        var url = URI.create(docker.url(port));
        try (var socket = new java.net.Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(200);
            return socket.getInputStream().read() >= 0;
        } catch (java.net.SocketTimeoutException silent) {
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private NotReady notReady(Ready ready, String how) throws InterruptedException {
        return new NotReady(act.what(), ready.condition(), how, logs(LAST_LINES));
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }

    private String logs(int lines) throws InterruptedException {
        return Views.logs(docker, id, lines);
    }

    private JsonNode inspect() {
        return docker.link().read("/containers/" + Engine.part(id) + "/json");
    }
}
