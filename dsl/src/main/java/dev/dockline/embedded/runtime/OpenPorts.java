package dev.dockline.embedded.runtime;

import dev.dockline.embedded.model.PortBinding;
import dev.dockline.embedded.model.Ports;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;

/** The ports of the host that one run of a container holds. */
final class OpenPorts implements Ports.Host, AutoCloseable {
    private final World world;
    private final String machine;
    private final String gateway;
    private final List<Closeable> open = new ArrayList<>();

    /** What comes in is seen in the container as coming from the gateway. */
    OpenPorts(World world, String machine, String gateway) {
        this.world = world;
        this.machine = machine;
        this.gateway = gateway;
    }

    @Override
    public synchronized Ports.Opening open(PortBinding binding) {
        try {
            open.add(world.open(binding, machine, gateway));
            return Ports.Opening.OPEN;
        } catch (BindException e) {
            var foreign = String.valueOf(e.getMessage()).contains("assign");
            return foreign ? Ports.Opening.NO_SUCH_ADDRESS : Ports.Opening.IN_USE;
        } catch (IOException e) {
            return Ports.Opening.NO_SUCH_ADDRESS;
        }
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
