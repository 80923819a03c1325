package dev.dockline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.state.ContainerJson;
import dev.dockline.state.ContainerState;
import dev.dockline.state.MountState;
import dev.dockline.state.VolumeFate;
import java.time.Instant;
import java.util.List;

/** Foretells which volumes {@code rm -v} takes along: the anonymous ones that no other container has, on every engine. */
final class VolumeFates {
    private VolumeFates() {}

    /** One for each volume of a container, as inspect tells it; from within a verb's work. */
    static List<VolumeFate> of(Docker docker, JsonNode inspected) {
        var container = ContainerJson.inspected(inspected, Instant.now());
        var volumes = container.volumes();
        if (volumes.isEmpty()) {
            return List.of();
        }
        var others = docker.snapshots().containers().containers().stream()
                .filter(other -> !other.id().equals(container.id()))
                .toList();
        return volumes.stream()
                .map(volume -> new VolumeFate(
                        volume,
                        isNamed(docker, volume, inspected),
                        others.stream()
                                .filter(other -> other.volumes().stream()
                                        .anyMatch(mount -> mount.name().equals(volume.name())))
                                .map(ContainerState::name)
                                .toList()))
                .toList();
    }

    // An anonymous volume that was mounted by its name is a named one to Docker, not to Podman; one that up() or
    // replace() carried over is not one to us.
    private static boolean isNamed(Docker docker, MountState volume, JsonNode inspected) {
        if (Replacement.carriedBy(inspected).contains(volume.name())) {
            return false;
        }
        if (docker.link().flavour().podman()) {
            return !volume.isAnonymous();
        }
        var asked = inspected.path("HostConfig");
        return !volume.isAnonymous()
                || (asked.path("Binds") + "" + asked.path("Mounts")).contains("\"" + volume.name());
    }
}
