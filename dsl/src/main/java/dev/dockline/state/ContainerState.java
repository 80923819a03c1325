package dev.dockline.state;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A container, as the engine tells it.
 *
 * @param id its id, 64 hex digits
 * @param name its name, without the slash
 * @param image the image as it was named when the container was made
 * @param command what it runs, with its arguments
 * @param status {@code created}, {@code running}, {@code paused}, {@code restarting}, {@code exited} or {@code dead}; in a
 *     plan {@code starts} too
 * @param exitCode how it ended, 0 while it has not
 * @param error why it did not start, empty where it did
 * @param startedAt when it last started, null where that was not asked for
 * @param age how long it has been in this state, in the form {@code 2m}; empty where it has not started
 * @param ports the ports, published or only exposed; none while it does not run
 * @param mounts what is mounted, in the order of the paths
 * @param links what it is linked to, in the order of the names
 * @param labels the labels it was made with, and the image's
 * @param addresses its address on each network, by the network's name; empty while it does not run
 */
public record ContainerState(
        String id,
        String name,
        String image,
        String command,
        String status,
        int exitCode,
        String error,
        Instant startedAt,
        String age,
        List<PublishedPort> ports,
        List<MountState> mounts,
        List<LinkState> links,
        Map<String, String> labels,
        Map<String, String> addresses) {

    /** Copies the lists. */
    public ContainerState {
        ports = List.copyOf(ports);
        mounts = List.copyOf(mounts);
        links = List.copyOf(links);
        labels = Map.copyOf(labels);
        addresses = Collections.unmodifiableMap(new LinkedHashMap<>(addresses));
    }

    /** Whether it runs; a paused container does too. */
    public boolean running() {
        return status.equals("running") || status.equals("paused");
    }

    /** Its id as tables write it, cut to 12 digits. */
    public String shortId() {
        return id.length() <= 12 ? id : id.substring(0, 12);
    }

    /** The state in a few words: {@code running 2m}, {@code exited 137 5s}, {@code created}. */
    public String summary() {
        return switch (status) {
            case "exited", "dead" -> (status + " " + exitCode + " " + age).trim();
            case "created" -> status;
            default -> (status + " " + age).trim();
        };
    }

    /** The volumes among the mounts. */
    public List<MountState> volumes() {
        return mounts.stream().filter(MountState::isVolume).toList();
    }

    /** This container with other links, for lists, which tell a link at its target only. */
    ContainerState withLinks(List<LinkState> others) {
        return new ContainerState(
                id, name, image, command, status, exitCode, error, startedAt, age, ports, mounts, others, labels,
                addresses);
    }

    /** This container as one that a plan would start: for how long it runs, and at which ports, is not known. */
    public ContainerState starting(List<PublishedPort> foreseen) {
        return new ContainerState(
                id, name, image, command, "starts", exitCode, error, startedAt, "", foreseen, mounts, links, labels,
                addresses);
    }

    /** Whether nothing that a table shows differs but for how long it has been so. */
    boolean looksLike(ContainerState other) {
        return id.equals(other.id)
                && name.equals(other.name)
                && status.equals(other.status)
                && exitCode == other.exitCode
                && (startedAt == null || other.startedAt == null || startedAt.equals(other.startedAt))
                && Set.copyOf(ports).equals(Set.copyOf(other.ports))
                && paths().equals(other.paths())
                && Objects.equals(links, other.links)
                && addresses.keySet().equals(other.addresses.keySet());
    }

    private Set<String> paths() {
        return mounts.stream().map(MountState::toString).collect(Collectors.toSet());
    }
}
