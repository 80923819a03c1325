package dev.dockline.spec;

import dev.dockline.error.InvalidPort;

/**
 * Ports that a container serves to its neighbours, published or not.
 *
 * @param ports one port or a run of them
 * @param protocol TCP, UDP or SCTP
 */
public record Expose(Ports ports, Protocol protocol) implements Setting {
    /** Reads {@code 5432}, {@code 53/udp} or {@code 7000-7002}. */
    public static Expose parse(String text) {
        var parts = text.split("/", -1);
        if (parts.length > 2) {
            throw new InvalidPort("Cannot expose " + text, text);
        }
        return new Expose(Ports.parse(parts[0]), Ports.protocol(parts.length == 1 ? null : parts[1]));
    }

    @Override
    public Object key() {
        return this;
    }

    @Override
    public String cli() {
        return "--expose " + ports + (protocol == Protocol.TCP ? "" : "/" + protocol.text());
    }

    @Override
    public String toString() {
        boolean plain = ports.count() == 1 && protocol == Protocol.TCP;
        return "expose(" + (plain ? ports.toString() : Java.literal(ports + "/" + protocol.text())) + ")";
    }
}
