package dev.dockline.embedded.runtime;

import dev.dockline.embedded.model.PortBinding;
import dev.dockline.embedded.model.Ports;
import dev.dockline.embedded.net.Fabric;
import dev.dockline.embedded.net.PublishedPort;
import java.io.IOException;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;

/** The ports of the host that one run of a container holds. */
final class OpenPorts implements Ports.Host, AutoCloseable {
    private final Fabric fabric;
    private final String machine;
    private final String gateway;
    private final List<PublishedPort> open = new ArrayList<>();

    /** What comes in is seen in the container as coming from the gateway. */
    OpenPorts(Fabric fabric, String machine, String gateway) {
        this.fabric = fabric;
        this.machine = machine;
        this.gateway = gateway;
    }

    @Override
    public synchronized Ports.Opening open(PortBinding binding) {
        try {
            open.add(published(binding));
            return Ports.Opening.OPEN;
        } catch (BindException e) {
            var foreign = String.valueOf(e.getMessage()).contains("assign");
            return foreign ? Ports.Opening.NO_SUCH_ADDRESS : Ports.Opening.IN_USE;
        } catch (IOException e) {
            return Ports.Opening.NO_SUCH_ADDRESS;
        }
    }

    private PublishedPort published(PortBinding binding) throws IOException {
        var port = binding.port();
        if (port.protocol().equals("udp")) return PublishedPort.udp(binding.hostIp(), binding.hostPort());
        return PublishedPort.tcp(
                binding.hostIp(), binding.hostPort(), gateway, client -> fabric.take(client, machine, port.number()));
    }

    synchronized int count() {
        return open.size();
    }

    @Override
    public synchronized void close() {
        for (var port : open) {
            try {
                port.close();
            } catch (IOException e) {
                // A socket that fails to close is closed all the same.
            }
        }
        open.clear();
    }
}
