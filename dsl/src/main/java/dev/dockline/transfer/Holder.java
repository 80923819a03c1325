package dev.dockline.transfer;

import dev.dockline.state.ContainerState;
import dev.dockline.state.MountState;
import java.util.List;

/**
 * What holds volumes so that they can be read and written.
 *
 * @param id the container's id
 * @param image an image that may have tar in it
 * @param volumes the volumes, and where the container has them
 */
record Holder(String id, String image, List<MountState> volumes) {
    static Holder of(ContainerState container) {
        return new Holder(container.id(), container.image(), container.volumes());
    }

    List<String> paths() {
        return volumes.stream().map(MountState::destination).toList();
    }
}
