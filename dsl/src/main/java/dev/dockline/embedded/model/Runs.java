package dev.dockline.embedded.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What starting, ending and pausing does to a container: its addresses, its state, and the events in Docker's order. */
public final class Runs {
    public static final int CANNOT_CONNECT = 128;

    private final Model model;

    Runs(Model model) {
        this.model = model;
    }

    /** Takes what must be there before anything of the container is made. */
    public void prepare(Container container) {
        if (container.state().paused()) throw Refused.conflict("cannot start a paused container, try unpause instead");
        if (container.state().running()) throw new Refused(304, "");
        try {
            volumes(container).forEach(mount -> model.volumes().get(mount.source()));
        } catch (Refused e) {
            failed(container, CANNOT_CONNECT, e.getMessage());
            throw e;
        }
        mounted(container);
        container.keepPlaces();
        try {
            model.links().check(container);
        } catch (Refused e) {
            fail(container, CANNOT_CONNECT, e.getMessage(), false);
            throw e;
        }
    }

    /** Puts the container on its networks and opens its ports. */
    public void connect(Container container, Ports.Host host) {
        checkMode(container);
        joinNetworks(container);
        container.hosts().clear();
        extraHosts(container);
        model.links().writeHosts(container);
        container.endpoints().values().stream()
                .map(Endpoint::address)
                .filter(address -> !address.isEmpty())
                .forEach(address -> container.hosts().add(address, container.hostname(), ""));
        model.ports().publish(container, host);
    }

    // One that was taken off the network it was made for, and is on others, needs it to be there.
    private void checkMode(Container container) {
        var mode = container.spec().host().network();
        if (container.endpoints().isEmpty()) return;
        if (!container.endpoints().containsKey(mode)
                && model.networks().find(mode).isEmpty())
            throw Refused.notFound("failed to set up container networking: could not find a network"
                    + " matching network mode " + mode + ": network " + mode + " not found");
    }

    private void joinNetworks(Container container) {
        for (var name : List.copyOf(container.endpoints().keySet())) {
            var network = model.networks()
                    .find(name)
                    .orElseThrow(() ->
                            Refused.notFound("failed to set up container networking: network " + name + " not found"));
            Connections.check(name, container.endpoints().get(name).asked(), network);
            model.networks().join(container, network);
        }
    }

    private static void extraHosts(Container container) {
        for (var entry : container.spec().host().extraHosts()) {
            var colon = entry.indexOf(':');
            if (colon > 0) container.hosts().add(entry.substring(colon + 1), entry.substring(0, colon), "");
        }
    }

    /** A start that did not come off, while it was connected or before; the ports in the container's list must be closed already. */
    public void fail(Container container, int code, String message, boolean connecting) {
        leaveNetworks(container);
        if (!connecting) container.backToPlaces();
        unmounted(container);
        container.published().clear();
        failed(container, code, message);
    }

    private void failed(Container container, int code, String message) {
        container.state(container.state().failed(code, message));
        model.changed("container", container.id());
        if (container.spec().host().autoRemove()) model.containers().remove(container, true);
    }

    /** Somebody has looked how well it is. */
    public void probed(Container container, Health.Probe probe, boolean starting) {
        if (!container.state().running()) return;
        var before = container.health();
        var now = before.after(probe, container.config().health(), starting);
        container.health(now);
        if (!now.status().equals(before.status()))
            model.containers().emit("health_status: " + now.status(), container, Map.of());
    }

    public void started(Container container, int pid) {
        var check = container.config().health();
        container.health(check == null || !check.isOn() ? null : Health.UNKNOWN);
        container.state(container.state().started(pid, model.now()));
        model.links().moved(container);
        connectEvents(container);
        model.containers().emit("start", container, Map.of());
    }

    /** Its volumes are in use now. */
    public void mounted(Container container) {
        for (var mount : volumes(container))
            model.events()
                    .emit(
                            "volume",
                            "mount",
                            mount.source(),
                            Map.of(
                                    "container", container.id(),
                                    "destination", mount.destination(),
                                    "driver", "local",
                                    "propagation", "",
                                    "read/write", String.valueOf(mount.writable())));
    }

    private void connectEvents(Container container) {
        for (var name : container.endpoints().keySet())
            model.networks().emit("connect", model.networks().get(name), Map.of("container", container.id()));
    }

    /** The program has ended. Returns the volumes that went with an autoRemove container. */
    public void exited(Container container, int code) {
        leaveNetworks(container);
        unmounted(container);
        container.published().clear();
        container.state(container.state().exited(code, model.now()));
        var seconds = Duration.between(
                        container.state().startedAt(), container.state().finishedAt())
                .toSeconds();
        model.containers()
                .emit(
                        "die",
                        container,
                        Map.of("exitCode", String.valueOf(code), "execDuration", String.valueOf(seconds)));
    }

    /** Its volumes are in use by it no more. */
    public void unmounted(Container container) {
        for (var mount : volumes(container))
            model.events()
                    .emit("volume", "unmount", mount.source(), Map.of("container", container.id(), "driver", "local"));
    }

    private void leaveNetworks(Container container) {
        for (var endpoint : List.copyOf(container.endpoints().entrySet()))
            model.networks()
                    .find(endpoint.getValue().joined() ? endpoint.getValue().networkId() : endpoint.getKey())
                    .ifPresent(network -> model.networks().leave(container, network));
    }

    private static List<Mount> volumes(Container container) {
        return container.mounts().stream().filter(Mount::isVolume).toList();
    }

    public void pause(Container container) {
        if (container.state().paused()) throw Refused.conflict("Container " + container.id() + " is already paused");
        requireRunning(container);
        container.state(container.state().as(RunState.Status.PAUSED));
        model.containers().emit("pause", container, Map.of());
    }

    public void unpause(Container container) {
        if (!container.state().paused()) throw Refused.failed("Container " + container.id() + " is not paused");
        container.state(container.state().as(RunState.Status.RUNNING));
        model.containers().emit("unpause", container, Map.of());
    }

    public static void requireRunning(Container container) {
        if (!container.state().running()) throw Refused.conflict("container " + container.id() + " is not running");
    }

    /** Whether {@code rm} may take the container away without force. */
    public static void requireRemovable(Container container) {
        if (!container.state().running()) return;
        throw Refused.conflict("cannot remove container \"" + container.name() + "\": container is "
                + (container.state().paused()
                        ? "paused and must be unpaused first"
                        : "running: stop the container before removing or force remove"));
    }
}
