package dev.dockline.embedded.model;

import java.util.List;
import java.util.Map;

/** How a container is tied to its host: the API's HostConfig, as far as the engine acts on it. {@code tmpfs} is from paths to options. */
public record HostSpec(
        List<String> binds,
        List<MountSpec> mounts,
        List<String> volumesFrom,
        Map<Port, List<HostPort>> portBindings,
        boolean publishAll,
        List<String> links,
        boolean autoRemove,
        String networkMode,
        List<String> extraHosts,
        Map<String, String> tmpfs) {

    /** A host address and port as asked for; either may be empty, the port may be a range. */
    public record HostPort(String ip, String port) {}

    /** An entry of HostConfig.Mounts. */
    public record MountSpec(String type, String source, String target, boolean readOnly, boolean noCopy) {}

    /** The network a container is on by its mode. */
    public String network() {
        return networkMode.isEmpty() || networkMode.equals("default") ? Networks.BRIDGE : networkMode;
    }
}
