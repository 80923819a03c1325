package dev.dockline.embedded.runtime;

import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.model.ContainerSpec;
import dev.dockline.embedded.model.PortBinding;
import java.io.Closeable;
import java.io.IOException;

/** Where containers run: on this host, or in the imagination alone. */
interface World {
    /** Refuses what containers cannot be given here. */
    void require(ContainerSpec spec);

    /** Brings an image from elsewhere; false where there is nowhere to bring it from. */
    boolean bring(String reference);

    /** Gives a new container its first files, and its new volumes what the image has at their places. */
    void fill(Container container) throws IOException;

    /** All that a run of a container needs but a network. */
    Launched launch(Container container, OpenPorts ports) throws IOException, Launch.Unlaunchable;

    /**
     * Opens a port of the host that leads to a machine's.
     *
     * @throws java.net.BindException if it is taken, or the address is none of the host's
     */
    Closeable open(PortBinding binding, String machine, String gateway) throws IOException;
}
