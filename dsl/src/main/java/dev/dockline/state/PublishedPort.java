package dev.dockline.state;

/**
 * A port of a container, and where on the host it is reachable.
 *
 * @param container the port in the container
 * @param protocol {@code tcp}, {@code udp} or {@code sctp}
 * @param address the host's address, empty where the port is not published
 * @param host the port of the host, 0 where the port is not published
 */
public record PublishedPort(int container, String protocol, String address, int host) {
    /** In the place of a port of the host that an engine has yet to choose. */
    public static final int ANY = -1;

    /** Podman leaves the address out where a port is published on all of them. */
    public PublishedPort {
        address = host != 0 && address.isEmpty() ? "0.0.0.0" : address;
    }

    /** Whether the port is reachable at a port of the host. */
    public boolean published() {
        return host != 0;
    }

    /** Where to connect to: {@code 127.0.0.1:49155}; an address that stands for all is given as it is. */
    public String endpoint() {
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + (host == ANY ? "*" : host);
    }

    @Override
    public String toString() {
        String inside = container + "/" + protocol;
        return published() ? endpoint() + "→" + inside : inside;
    }
}
