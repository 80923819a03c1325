package dev.dockline.embedded.model;

import java.util.Comparator;
import java.util.List;

/** A container's port, {@code 5432/tcp}; ordered as Docker 28 orders ports: tcp, then sctp, then udp, each by number. */
public record Port(int number, String protocol) implements Comparable<Port> {
    private static final List<String> PROTOCOLS = List.of("tcp", "sctp", "udp");
    private static final Comparator<Port> ORDER =
            Comparator.<Port>comparingInt(p -> PROTOCOLS.indexOf(p.protocol)).thenComparingInt(Port::number);

    /** Reads {@code 80}, {@code 80/udp}. */
    public static Port parse(String text) {
        var slash = text.indexOf('/');
        var protocol = slash < 0 ? "tcp" : text.substring(slash + 1);
        if (!PROTOCOLS.contains(protocol)) throw Refused.badRequest("invalid proto: " + protocol);
        return new Port(number(slash < 0 ? text : text.substring(0, slash)), protocol);
    }

    static int number(String digits) {
        if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) > 65535)
            throw Refused.badRequest("invalid port specification: \"" + digits + "\"");
        return Integer.parseInt(digits);
    }

    @Override
    public int compareTo(Port other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return number + "/" + protocol;
    }
}
