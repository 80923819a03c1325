package dev.dockline.embedded.model;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is kept of a container from one session to the next. */
public record KeptContainer(
        String id,
        String name,
        Instant created,
        ContainerSpec spec,
        String imageId,
        Map<String, Mount> mounts,
        Map<String, String> links,
        Map<String, Endpoint> endpoints,
        RunState state) {

    public static KeptContainer of(Container container) {
        var mounts = new HashMap<String, Mount>();
        container.mounts().forEach(mount -> mounts.put(mount.destination(), mount));
        var endpoints = new LinkedHashMap<String, Endpoint>();
        container.endpoints().forEach((name, endpoint) -> endpoints.put(name, endpoint.left()));
        return new KeptContainer(
                container.id(),
                container.name(),
                container.created(),
                container.spec(),
                container.imageId(),
                mounts,
                container.links(),
                endpoints,
                container.state());
    }
}
