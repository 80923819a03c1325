package dev.dockline.embedded.program;

import dev.dockline.embedded.net.Connection;
import dev.dockline.embedded.net.Listener;
import java.util.Optional;

/** The network as one container sees it. */
public interface Network {
    /** The address of a name: from the hosts file, then from the name server of its networks. */
    Optional<String> resolve(String name);

    /** Null where nobody listens, or no network leads there. */
    Connection connect(String address, int port);

    /** Whether a machine answers at the address. */
    boolean answers(String address);

    /** Opens a port at each of the container's addresses; null where it is open already. */
    Listener listen(int port);

    /** The container's own address; empty where it has none. */
    String address();

    String hostname();
}
