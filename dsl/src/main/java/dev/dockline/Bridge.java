package dev.dockline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.engine.Act;
import dev.dockline.engine.Engine;
import dev.dockline.state.BridgeState;
import dev.dockline.view.Table;
import dev.dockline.view.Tables;
import dev.dockline.view.Tabular;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/**
 * The bridge that containers are on unless told otherwise, as a table.
 *
 * @param now how it is
 */
public record Bridge(BridgeState now) implements Tabular {
    private static final Path INTERFACES = Path.of("/sys/class/net");

    static Bridge of(Docker docker) {
        var bridge = docker.read(new Act("see", "the bridge", ""), () -> new Bridge(read(docker)));
        if (!bridge.now.unseen().isEmpty()) {
            docker.note("the host's ends are not told: " + bridge.now.unseen());
        }
        return bridge;
    }

    private static BridgeState read(Docker docker) {
        var engine = docker.link();
        boolean podman = engine.flavour().podman();
        var name = podman ? "podman" : "bridge";
        var network = engine.read("/networks/" + name);
        var pool = network.path("IPAM").path("Config").path(0);
        var device =
                network.path("Options").path("com.docker.network.bridge.name").asText(podman ? "podman0" : "docker0");
        var unseen = unseen(docker, device);
        var ends = new ArrayList<BridgeState.End>();
        for (var row : engine.read("/containers/json")) {
            var endpoint = row.path("NetworkSettings").path("Networks").path(name);
            if (!endpoint.isMissingNode()) {
                var json = engine.read("/containers/" + row.path("Id").asText() + "/json");
                ends.add(end(json, name, unseen.isEmpty() ? device : ""));
            }
        }
        if (ends.stream().anyMatch(end -> end.veth().isEmpty()) && unseen.isEmpty()) {
            unseen = "the other ends are not among the interfaces of this host, or may not be looked at";
        }
        return new BridgeState(device, pool.path("Subnet").asText(), gateway(pool, ends, engine, name), ends, unseen);
    }

    // Docker 20 leaves the gateway out of the network and tells it with each container.
    private static String gateway(JsonNode pool, ArrayList<BridgeState.End> ends, Engine engine, String network) {
        var told = pool.path("Gateway").asText();
        return !told.isEmpty() || ends.isEmpty()
                ? told
                : engine.read("/containers/" + ends.get(0).container() + "/json")
                        .path("NetworkSettings")
                        .path("Networks")
                        .path(network)
                        .path("Gateway")
                        .asText();
    }

    private static BridgeState.End end(JsonNode json, String network, String device) {
        var endpoint = json.path("NetworkSettings").path("Networks").path(network);
        return new BridgeState.End(
                json.path("Name").asText().replaceFirst("^/", ""),
                endpoint.path("IPAddress").asText(),
                endpoint.path("MacAddress").asText(),
                device.isEmpty() ? "" : veth(json.path("State").path("Pid").asLong(), device));
    }

    private static String unseen(Docker docker, String device) {
        if (docker.isEmbedded()) {
            return "the embedded engine has no interfaces on this host";
        }
        if (!docker.engine().address().startsWith("unix://")) {
            return "the engine is on another host";
        }
        return Files.exists(INTERFACES.resolve(device))
                ? ""
                : device + " is not among the interfaces of this host: the engine has a network of its own";
    }

    // The container's eth0 tells the number of its other end, and the host's interfaces their own numbers.
    private static String veth(long pid, String device) {
        try {
            var link = Files.readString(Path.of("/proc/" + pid + "/root/sys/class/net/eth0/iflink"))
                    .strip();
            try (var interfaces = Files.newDirectoryStream(INTERFACES)) {
                for (var candidate : interfaces) {
                    boolean bridged = Files.exists(candidate.resolve("master"))
                            && candidate.resolve("master").toRealPath().endsWith(device);
                    if (bridged
                            && Files.readString(candidate.resolve("ifindex"))
                                    .strip()
                                    .equals(link)) {
                        return candidate.getFileName().toString();
                    }
                }
            }
            return "";
        } catch (IOException notAllowed) {
            return "";
        }
    }

    @Override
    public Table table() {
        return Tables.bridge(now);
    }
}
