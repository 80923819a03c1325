package dev.dockline.embedded.runtime;

import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.model.Network;
import dev.dockline.embedded.model.Refused;
import dev.dockline.embedded.model.Runs;
import dev.dockline.embedded.model.Signals;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Window;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Starts, stops, kills, restarts and removes containers. */
public final class Lifecycle {
    private static final int DEFAULT_STOP_SECONDS = 10;
    private static final int FIRST_PID = 1000;
    private static final int BAD_REQUEST_CODE = 127;
    private static final int CANNOT_RUN = 128;

    private final Daemon daemon;
    private final Set<String> restarting = ConcurrentHashMap.newKeySet();
    private int lastPid = FIRST_PID;

    Lifecycle(Daemon daemon) {
        this.daemon = daemon;
    }

    public void start(String reference) {
        daemon.model().locked(() -> start(daemon.model().containers().get(reference)));
    }

    private void start(Container container) {
        var runs = daemon.model().runs();
        runs.prepare(container);
        var ports = new OpenPorts(daemon.world(), container.id(), gateway(container));
        var launched = launched(container, ports);
        try {
            runs.connect(container, ports);
        } catch (Refused e) {
            throw failed(container, ports, Runs.CANNOT_CONNECT, e, true);
        }
        begin(container, launched);
    }

    private Refused failed(Container container, OpenPorts ports, int code, Refused why, boolean connecting) {
        ports.close();
        daemon.model().runs().fail(container, code, why.getMessage(), connecting);
        return why;
    }

    private Launched launched(Container container, OpenPorts ports) {
        try {
            return daemon.world().launch(container, ports);
        } catch (Refused e) {
            throw failed(container, ports, e.status() == 400 ? BAD_REQUEST_CODE : CANNOT_RUN, e, false);
        } catch (Launch.Unlaunchable e) {
            throw failed(container, ports, e.code(), e.refused(), false);
        } catch (IOException e) {
            throw failed(container, ports, CANNOT_RUN, Refused.failed(e.toString()), false);
        }
    }

    private void begin(Container container, Launched launched) {
        daemon.runs().put(container.id(), launched.run());
        daemon.writeOwnHosts(container);
        daemon.model().runs().started(container, ++lastPid);
        daemon.writeHosts(container);
        launched.run().begin(daemon.threads(), launched.executable(), code -> ended(container, code));
        HealthProbes.begin(daemon, container, launched.run());
    }

    /** Goes on with one that runs already. */
    void resume(Container container) throws IOException {
        try {
            var launched = daemon.world().launch(container, new OpenPorts(daemon.world(), container.id(), ""));
            daemon.runs().put(container.id(), launched.run());
            launched.run().begin(daemon.threads(), launched.executable(), code -> ended(container, code));
            launched.run().pause(container.state().paused());
        } catch (Launch.Unlaunchable e) {
            throw e.refused();
        }
    }

    /** What a process of the container starts with, all but its words and streams. */
    Process.Start processStart(Container container, String user, List<String> env, Window window) throws IOException {
        var view = daemon.files(container);
        var who = Users.find(view, user);
        var files = view.as(who.uid(), who.gid());
        var network = new ContainerNetwork(
                daemon.model(), daemon.fabric(), container, view, () -> daemon.writeOpenPorts(container));
        var folder = container.config().workingDir();
        return new Process.Start(
                List.of(),
                Environment.of(daemon.model(), container, window != null, env, who.home()),
                folder.isEmpty() ? "/" : folder,
                null,
                files,
                network,
                window);
    }

    private String gateway(Container container) {
        return container.endpoints().keySet().stream()
                .findFirst()
                .flatMap(daemon.model().networks()::find)
                .map(Network::gateway)
                .orElse("");
    }

    private void ended(Container container, int code) {
        daemon.model().locked(() -> {
            daemon.runs().remove(container.id());
            daemon.model().runs().exited(container, code);
            daemon.waits().exited(container);
            if (container.spec().host().autoRemove() && !restarting.contains(container.id())) drop(container, true);
        });
    }

    private void drop(Container container, boolean volumes) {
        daemon.model().containers().remove(container, volumes);
        daemon.waits().removed(container);
        daemon.execs().forget(container);
    }

    /** A running container and its run; null where it does not run. */
    private record Running(Container container, Run run) {}

    private Running running(String reference) {
        return daemon.model().locked(() -> {
            var container = daemon.model().containers().get(reference);
            return new Running(container, daemon.runs().get(container.id()));
        });
    }

    private void emit(String action, Container container, Map<String, String> more) {
        daemon.model().locked(() -> {
            if (daemon.model().containers().byId(container.id()).isPresent())
                daemon.model().containers().emit(action, container, more);
        });
    }

    /** Asks the program to end, and kills it when the time is up; negative seconds wait for ever, null the default. */
    public void stop(String reference, Integer seconds, String signal) {
        var found = running(reference);
        if (found.run == null) throw new Refused(304, "");
        stop(found, seconds, signal);
        stopped(found.container);
    }

    // Told of one that has gone with its end too.
    private void stopped(Container container) {
        daemon.model().locked(() -> daemon.model().containers().emit("stop", container, Map.of()));
    }

    private void stop(Running found, Integer seconds, String asked) {
        var spec = found.container.spec();
        var name = asked.isEmpty() ? found.container.config().stopSignal() : asked;
        var signal = name.isEmpty() ? Signals.TERM : signal(found.container.name(), name);
        var own = spec.stopTimeout() == null ? DEFAULT_STOP_SECONDS : spec.stopTimeout();
        send(found, signal);
        if (signal != Signals.KILL) resume(found);
        if (found.run.await(seconds == null ? own : seconds)) return;
        send(found, Signals.KILL);
        found.run.await(-1);
    }

    // What is paused could not end by itself.
    private void resume(Running found) {
        daemon.model().locked(() -> {
            if (!found.container.state().paused()) return;
            daemon.model().runs().unpause(found.container);
            found.run.pause(false);
        });
    }

    private void send(Running found, int signal) {
        emit("kill", found.container, Map.of("signal", String.valueOf(signal)));
        found.run.signal(signal);
    }

    private static int signal(String reference, String name) {
        return Signals.find(name)
                .orElseThrow(
                        () -> Refused.badRequest("cannot kill container: " + reference + ": invalid signal: " + name));
    }

    public void kill(String reference, String signalName) {
        var signal = signalName.isEmpty() ? Signals.KILL : signal(reference, signalName);
        Running found;
        try {
            found = running(reference);
        } catch (Refused e) {
            throw new Refused(e.status(), "cannot kill container: " + reference + ": " + e.getMessage());
        }
        if (found.run == null)
            throw Refused.conflict(
                    "cannot kill container: " + reference + ": container " + found.container.id() + " is not running");
        send(found, signal);
        if (signal == Signals.KILL) found.run.await(-1);
    }

    public void restart(String reference, Integer seconds, String signal) {
        var found = running(reference);
        restarting.add(found.container.id());
        try {
            if (found.run != null) {
                stop(found, seconds, signal);
                stopped(found.container);
            }
            start(found.container.id());
        } catch (Refused e) {
            if (e.status() == 304) return;
            throw Refused.failed("Cannot restart container " + reference + ": " + e.getMessage());
        } finally {
            restarting.remove(found.container.id());
        }
        emit("restart", found.container, Map.of());
    }

    public void pause(String reference) {
        onRunning(reference, container -> {
            daemon.model().runs().pause(container);
            daemon.runs().get(container.id()).pause(true);
        });
    }

    public void unpause(String reference) {
        onRunning(reference, container -> {
            daemon.model().runs().unpause(container);
            daemon.runs().get(container.id()).pause(false);
        });
    }

    private void onRunning(String reference, Consumer<Container> action) {
        daemon.model().locked(() -> action.accept(daemon.model().containers().get(reference)));
    }

    public void remove(String reference, boolean force, boolean volumes) {
        var found = running(reference);
        if (!force) daemon.model().locked(() -> Runs.requireRemovable(found.container));
        if (found.run != null) {
            send(found, Signals.KILL);
            found.run.await(-1);
        }
        daemon.model().locked(() -> {
            // Someone else may have removed it, or started it again, while this call waited.
            if (daemon.model().containers().byId(found.container.id()).isEmpty()) return;
            Runs.requireRemovable(found.container);
            drop(found.container, volumes);
        });
    }
}
