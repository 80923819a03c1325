package dev.dockline.spec;

import dev.dockline.error.InvalidPort;
import dev.dockline.error.MalformedPublish;
import java.util.regex.Pattern;

/**
 * A container port that is reachable at a port of the host, as {@code -p} says it.
 *
 * @param address the host address, empty for every one
 * @param host the host ports, null for any free one
 * @param container the container's ports, as many as the host's, or one of a host range
 * @param protocol TCP, UDP or SCTP
 */
public record Publish(String address, Ports host, Ports container, Protocol protocol) implements Setting {
    private static final Pattern FORM = Pattern.compile(
            "(?:(?<address>\\[[0-9a-fA-F:.]+]|[^:\\[\\]]*):(?=.*:))?(?:(?<host>[^:/]*):)?(?<container>[^:/]+)(?:/(?<protocol>.*))?");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");

    /** Refuses an address that is none, which some engines would quietly take for every address. */
    public Publish {
        if (!address.isEmpty()
                && !address.contains(":")
                && !IPV4.matcher(address).matches()) {
            throw new MalformedPublish(
                    form(address, host, container, protocol), "\"" + address + "\" is no IP address");
        }
        boolean oneOfRange = container.count() == 1;
        if (host != null && host.count() != container.count() && !oneOfRange) {
            throw new MalformedPublish(
                    form(address, host, container, protocol),
                    "there are " + host.count() + " host ports for " + container.count() + " container ports");
        }
    }

    /** Reads {@code [address:][host port:]container port[/protocol]}. */
    public static Publish parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new MalformedPublish(text, "it is not of the form [address:][host port:]container port[/protocol]");
        }
        String address =
                form.group("address") == null ? "" : form.group("address").replaceAll("[\\[\\]]", "");
        String host = form.group("host");
        try {
            return new Publish(
                    address,
                    host == null || host.isEmpty() || host.equals("0") ? null : Ports.parse(host),
                    Ports.parse(form.group("container")),
                    Ports.protocol(form.group("protocol")));
        } catch (InvalidPort e) {
            throw new MalformedPublish(text, e.why());
        }
    }

    /** Whether both ask for the same port of the same address of the host. */
    boolean clashesWith(Publish other) {
        return !equals(other)
                && protocol == other.protocol
                && isFixed()
                && other.isFixed()
                && host.first() <= other.host.last()
                && other.host.first() <= host.last()
                && (isEverywhere() || other.isEverywhere() || address.equals(other.address));
    }

    // One port of a host range is whichever is free.
    private boolean isFixed() {
        return host != null && host.count() == container.count();
    }

    private boolean isEverywhere() {
        return address.isEmpty() || address.equals("0.0.0.0") || address.equals("::");
    }

    @Override
    public Object key() {
        return this;
    }

    @Override
    public String cli() {
        return "-p " + form(address, host, container, protocol);
    }

    @Override
    public String toString() {
        boolean plain = address.isEmpty() && protocol == Protocol.TCP && container.count() == 1;
        if (plain && host == null) {
            return "publish(" + container + ")";
        }
        if (plain && host.count() == 1) {
            return "publish(" + host + ", " + container + ")";
        }
        return "publish(" + Java.literal(form(address, host, container, protocol)) + ")";
    }

    private static String form(String address, Ports host, Ports container, Protocol protocol) {
        String where = address.contains(":") ? "[" + address + "]" : address;
        String left =
                where.isEmpty() ? (host == null ? "" : host + ":") : where + ":" + (host == null ? "" : host) + ":";
        return left + container + (protocol == Protocol.TCP ? "" : "/" + protocol.text());
    }
}
