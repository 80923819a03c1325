package dev.dockline.view;

import dev.dockline.state.BridgeState;
import dev.dockline.state.ContainerState;
import dev.dockline.state.Delta;
import dev.dockline.state.EngineState;
import dev.dockline.state.FileState;
import dev.dockline.state.HostsLine;
import dev.dockline.state.ImageState;
import dev.dockline.state.LinkState;
import dev.dockline.state.MountState;
import dev.dockline.state.NetworkState;
import dev.dockline.state.ProcessState;
import dev.dockline.state.PublishedPort;
import dev.dockline.state.Snapshot;
import dev.dockline.state.StatsState;
import dev.dockline.state.VolumeFate;
import dev.dockline.state.VolumeState;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tables of what an engine tells, the same columns in the same order wherever they appear. */
public final class Tables {
    private static final String[] CONTAINER = {"NAME", "IMAGE", "STATE", "PORTS", "LINKS", "VOLUMES"};

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private Tables() {}

    /** All containers of a snapshot. */
    public static Table containers(List<ContainerState> containers, Snapshot snapshot) {
        var table = Table.of(CONTAINER);
        containers.forEach(container -> table.row(cells(container, snapshot)));
        return table;
    }

    /** What changed: a table of containers, one of volumes and one of networks, those that have rows. */
    public static List<Table> changes(Delta delta) {
        var containers = Table.of(CONTAINER);
        delta.containers().stream()
                .sorted(Comparator.comparing(change -> "+~-".indexOf(change.mark())))
                .forEach(change -> containers.marked(change.mark(), cells(change.latest(), at(change, delta))));
        var volumes = Table.of("VOLUME", "DRIVER", "USED BY");
        // Engines list volumes in no order of their own, and the names of anonymous ones say nothing.
        delta.volumes().stream()
                .sorted(Comparator.comparing(change -> users(change.latest(), at(change, delta))))
                .forEach(change -> volumes.marked(change.mark(), cells(change.latest(), at(change, delta))));
        var networks = Table.of("NETWORK", "DRIVER", "SUBNET", "GATEWAY");
        delta.networks().forEach(change -> networks.marked(change.mark(), cells(change.latest())));
        return List.of(containers, volumes, networks).stream()
                .filter(table -> !table.isEmpty())
                .toList();
    }

    /** The volumes of an engine, and who holds them. */
    public static Table volumes(List<VolumeState> volumes, Snapshot snapshot) {
        var table = Table.of("VOLUME", "DRIVER", "USED BY");
        volumes.forEach(volume -> table.row(cells(volume, snapshot)));
        return table;
    }

    /** What becomes of volumes when their container is removed with them. */
    public static Table fates(List<VolumeFate> fates) {
        var table = Table.of("VOLUME", "PATH", "removeWithVolumes()", "WHY");
        fates.forEach(fate -> table.row(
                fate.mount().shortName(),
                fate.mount().destination(),
                fate.deleted() ? "deletes" : "keeps",
                fate.why()));
        return table;
    }

    /** The networks of an engine. */
    public static Table networks(List<NetworkState> networks) {
        var table = Table.of("NETWORK", "DRIVER", "SUBNET", "GATEWAY");
        networks.forEach(network -> table.row(cells(network)));
        return table;
    }

    /** The images of an engine. */
    public static Table images(List<ImageState> images) {
        var table = Table.of("IMAGE", "ID", "SIZE");
        images.forEach(image -> table.row(
                image.tags().isEmpty() ? "<none>" : String.join(" ", image.tags()),
                image.id().replaceFirst("^sha256:", "").substring(0, 12),
                size(image.size())));
        return table;
    }

    /** The files of a folder. */
    public static Table files(List<FileState> files) {
        var table = Table.of("MODE", "OWNER", "SIZE", "MODIFIED", "NAME");
        files.forEach(file -> table.row(
                file.mode(),
                file.owner(),
                file.isFolder() ? "" : size(file.size()),
                TIME.format(file.modified()),
                file));
        return table;
    }

    /** The default bridge and what is on it. */
    public static Table bridge(BridgeState bridge) {
        var table = Table.of("BRIDGE", "SUBNET", "GATEWAY", "CONTAINER", "ADDRESS", "MAC", "HOST'S END");
        if (bridge.ends().isEmpty()) {
            table.row(bridge.device(), bridge.subnet(), bridge.gateway(), "", "", "", "");
        }
        for (var end : bridge.ends()) {
            boolean first = end == bridge.ends().get(0);
            table.row(
                    first ? bridge.device() : "",
                    first ? bridge.subnet() : "",
                    first ? bridge.gateway() : "",
                    end.container(),
                    end.address(),
                    end.mac(),
                    end.veth());
        }
        return table;
    }

    /** The lines of a hosts file. */
    public static Table hosts(List<HostsLine> lines) {
        var table = Table.of("ADDRESS", "NAMES");
        lines.forEach(line -> table.row(line.address(), String.join(" ", line.names())));
        return table;
    }

    /** The programs of a container. */
    public static Table programs(List<ProcessState> programs) {
        var table = Table.of("PID", "USER", "TIME", "COMMAND");
        programs.forEach(program -> table.row(program.pid(), program.user(), program.time(), program.command()));
        return table;
    }

    /** What a container uses. */
    public static Table stats(StatsState stats) {
        // No program uses no memory: the engine does not tell.
        String memory = stats.memory() == 0 ? "" : size(stats.memory());
        String limit = stats.memoryLimit() == 0 ? "" : " of " + size(stats.memoryLimit());
        return Table.of("CPU", "MEMORY", "NETWORK", "DISK", "PROGRAMS")
                .row(
                        String.format(java.util.Locale.ROOT, "%.1f%%", stats.cpu()),
                        memory + limit,
                        size(stats.received()) + " in, " + size(stats.sent()) + " out",
                        size(stats.read()) + " read, " + size(stats.written()) + " written",
                        stats.programs());
    }

    /** The ports of a container. */
    public static Table ports(List<PublishedPort> ports) {
        var table = Table.of("CONTAINER PORT", "HOST");
        ports.forEach(
                port -> table.row(port.container() + "/" + port.protocol(), port.published() ? port.endpoint() : ""));
        return table;
    }

    /** The mounts of a container. */
    public static Table mounts(List<MountState> mounts) {
        var table = Table.of("PATH", "TYPE", "ACCESS", "NAME", "SOURCE", "DRIVER", "MODE", "PROPAGATION");
        mounts.forEach(mount -> table.row(
                mount.destination(),
                mount.type(),
                mount.writable() ? "rw" : "ro",
                mount.shortName(),
                mount.source(),
                mount.driver(),
                mount.mode(),
                mount.propagation()));
        return table;
    }

    /** The links of a container. */
    public static Table links(List<LinkState> links) {
        var table = Table.of("ALIAS", "CONTAINER", "MADE BY", "BROKEN", "MENDED BY");
        links.forEach(link ->
                table.row(link.alias(), link.target(), link.madeBy(), link.fault(), link.isBroken() ? "up()" : ""));
        return table;
    }

    /** An engine, one fact a line. */
    public static Table engine(EngineState engine) {
        return Table.of("ENGINE", "VERSION", "API", "PLATFORM", "ADDRESS", "CHOSEN BY")
                .row(
                        engine.product(),
                        engine.version(),
                        engine.api(),
                        engine.platform(),
                        engine.address(),
                        engine.why());
    }

    /** A size in bytes with three digits and the unit Docker's tables use: {@code 113MB}. */
    public static String size(long bytes) {
        double size = bytes;
        for (var unit : List.of("B", "kB", "MB", "GB")) {
            if (size < 1000) {
                return (size < 10 && !unit.equals("B")
                                ? String.format(java.util.Locale.ROOT, "%.1f", size)
                                : Math.round(size))
                        + unit;
            }
            size /= 1000;
        }
        return Math.round(size) + "TB";
    }

    private static Object[] cells(ContainerState container, Snapshot snapshot) {
        return new Object[] {
            container.name(),
            container.image(),
            container.summary(),
            ports(container),
            links(container, snapshot),
            container.mounts().stream()
                    .map(mount -> volume(mount, container, snapshot))
                    .collect(Collectors.joining(" "))
        };
    }

    // What is gone is told as it was.
    private static Snapshot at(Delta.Change<?> change, Delta delta) {
        return change.after() == null ? delta.before() : delta.after();
    }

    private static Object[] cells(VolumeState volume, Snapshot snapshot) {
        return new Object[] {volume.shortName(), volume.driver(), users(volume, snapshot)};
    }

    private static String users(VolumeState volume, Snapshot snapshot) {
        return snapshot.users(volume.name()).stream()
                .flatMap(user -> user.volumes().stream()
                        .filter(mount -> mount.name().equals(volume.name()))
                        .map(mount -> user.name() + ":" + mount.destination() + (mount.writable() ? "" : ":ro")))
                .collect(Collectors.joining(" "));
    }

    private static Object[] cells(NetworkState network) {
        return new Object[] {network.name(), network.driver(), network.subnet(), network.gateway()};
    }

    // An engine that publishes on all addresses says so twice, once for each family; one is enough for a reader.
    private static String ports(ContainerState container) {
        var shown = new LinkedHashSet<String>();
        for (var port : container.ports()) {
            boolean twin = port.address().equals("::")
                    && container
                            .ports()
                            .contains(new PublishedPort(port.container(), port.protocol(), "0.0.0.0", port.host()));
            if (!twin) {
                shown.add(port.toString());
            }
        }
        return String.join(" ", shown);
    }

    private static String links(ContainerState container, Snapshot snapshot) {
        var all = new ArrayList<String>();
        container.links().forEach(link -> all.add(link.toString()));
        snapshot.linkedFrom(container.name()).forEach(from -> all.add("←" + from));
        return String.join(" ", all);
    }

    // An anonymous volume that came from another container is told by that container's name, as the book does.
    private static String volume(MountState mount, ContainerState container, Snapshot snapshot) {
        if (!mount.isAnonymous()) {
            return mount.toString();
        }
        return firstUser(mount.name(), snapshot)
                .filter(first -> !first.id().equals(container.id()))
                .map(first -> first.name() + ":" + mount)
                .orElse(mount.toString());
    }

    private static Optional<ContainerState> firstUser(String volume, Snapshot snapshot) {
        var users = snapshot.users(volume);
        return users.isEmpty() ? Optional.empty() : Optional.of(users.get(users.size() - 1));
    }
}
