package dev.dockline.embedded.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The host's ports as containers hold them. Guarded by the model's lock. */
public final class Ports {
    private static final int FIRST_FREE = 32768;
    private static final int LAST_FREE = 60999;

    private final Model model;
    private final Map<String, Integer> next = new HashMap<>();

    Ports(Model model) {
        this.model = model;
    }

    /** Opens a port on the host; false where another process holds it. */
    @FunctionalInterface
    public interface Host {
        Opening open(PortBinding binding);
    }

    /** What came of opening a port on the host. */
    public enum Opening {
        OPEN,
        IN_USE,
        NO_SUCH_ADDRESS
    }

    /** The ports a container wants on the host, in order, with what was asked for each. */
    private record Wish(Port port, HostSpec.HostPort asked) {}

    /** Opens all that the container publishes; on a refusal those opened before stay in its list, to be closed. */
    void publish(Container container, Host host) {
        var spec = container.spec().host();
        for (var port : container.config().exposedPorts()) {
            var asked = spec.portBindings().get(port);
            if (asked == null && spec.publishAll()) asked = List.of(new HostSpec.HostPort("", ""));
            if (asked == null) continue;
            for (var one : asked) container.published().add(open(container, new Wish(port, one), host));
        }
    }

    private PortBinding open(Container container, Wish wish, Host host) {
        var ip = address(wish.asked().ip());
        var range = range(wish.asked().port());
        var free = range == null;
        var low = free ? FIRST_FREE : range[0];
        var high = free ? LAST_FREE : range[1];
        for (var tries = high - low; ; tries--) {
            var number = free ? nextFree(ip, wish.port()) : high - tries;
            var binding = new PortBinding(ip, number, wish.port());
            if (isOpen(container, binding, host, tries == 0)) return binding;
        }
    }

    private boolean isOpen(Container container, PortBinding binding, Host host, boolean last) {
        if (isAllocated(binding)) {
            if (!last) return false;
            throw failed(
                    container,
                    "Bind for " + binding.hostIp() + ":" + binding.hostPort() + " failed: port is already allocated");
        }
        var where = "failed to bind host port for " + binding.hostIp() + ":" + binding.hostPort() + ":"
                + container.address() + ":" + binding.port() + ": ";
        return switch (host.open(binding)) {
            case OPEN -> true;
            case NO_SUCH_ADDRESS -> throw failed(container, where + "cannot assign requested address");
            case IN_USE -> {
                if (last) throw failed(container, where + "address already in use");
                yield false;
            }
        };
    }

    private static Refused failed(Container container, String why) {
        var endpoint = container.endpoints().values().iterator().next();
        return Refused.failed("failed to set up container networking: driver failed programming external connectivity"
                + " on endpoint " + container.name() + " (" + endpoint.endpointId() + "): " + why);
    }

    private boolean isAllocated(PortBinding wanted) {
        return model.containers().all().stream()
                .flatMap(container -> container.published().stream())
                .anyMatch(held -> held.hostPort() == wanted.hostPort()
                        && held.port().protocol().equals(wanted.port().protocol())
                        && overlap(held.hostIp(), wanted.hostIp()));
    }

    private static boolean overlap(String one, String other) {
        return one.equals(other) || isAny(one) || isAny(other);
    }

    private static boolean isAny(String ip) {
        return ip.equals("0.0.0.0") || ip.equals("::");
    }

    // Counted upwards for each address and protocol, and not given again soon, as Docker does.
    private int nextFree(String ip, Port port) {
        return next.merge(
                ip + "/" + port.protocol(), FIRST_FREE, (last, first) -> last == LAST_FREE ? first : last + 1);
    }

    // Docker ignores an address that is none, and publishes as if it had not been given.
    private String address(String asked) {
        return asked.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") && validIp(asked) || asked.contains(":")
                ? asked
                : model.networks().bindingAddress();
    }

    private static boolean validIp(String ip) {
        return List.of(ip.split("\\.")).stream().allMatch(part -> Integer.parseInt(part) < 256);
    }

    /** The first and last port asked for, or null for any. */
    private static int[] range(String text) {
        if (text.isEmpty() || text.equals("0")) return null;
        var dash = text.indexOf('-');
        if (dash < 0) return new int[] {Port.number(text), Port.number(text)};
        return new int[] {Port.number(text.substring(0, dash)), Port.number(text.substring(dash + 1))};
    }

    static void check(HostSpec host) {
        host.portBindings()
                .values()
                .forEach(all -> all.forEach(asked -> {
                    try {
                        range(asked.port());
                    } catch (Refused e) {
                        throw Refused.badRequest("invalid port specification: \"" + asked.port() + "\"");
                    }
                }));
    }
}
