package dev.dockline.spec;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a network is to be.
 *
 * @param driver the driver, empty for a bridge
 * @param subnet its subnet: {@code 10.5.0.0/24}; empty for any that is free
 * @param gateway the gateway's address in it, empty for the first
 * @param internal whether it has no way to the outside
 * @param labels the labels
 */
public record NetworkSpec(String driver, String subnet, String gateway, boolean internal, Map<String, String> labels) {
    /** A bridge with any free subnet. */
    public static final NetworkSpec BRIDGE = new NetworkSpec("", "", "", false, Map.of());

    /** Copies the labels. */
    public NetworkSpec {
        labels = Map.copyOf(labels);
    }

    /** With another driver. */
    public NetworkSpec withDriver(String name) {
        return new NetworkSpec(name, subnet, gateway, internal, labels);
    }

    /** With another subnet. */
    public NetworkSpec withSubnet(String range) {
        return new NetworkSpec(driver, range, gateway, internal, labels);
    }

    /** With another gateway. */
    public NetworkSpec withGateway(String address) {
        return new NetworkSpec(driver, subnet, address, internal, labels);
    }

    /** Without a way to the outside. */
    public NetworkSpec withoutOutside() {
        return new NetworkSpec(driver, subnet, gateway, true, labels);
    }

    /** With a label. */
    public NetworkSpec with(Label label) {
        var all = new TreeMap<>(labels);
        all.put(label.name(), label.value());
        return new NetworkSpec(driver, subnet, gateway, internal, all);
    }

    /** The nouns that declare it, each with the dot before it; nothing for a bridge with any free subnet. */
    @Override
    public String toString() {
        var nouns = new StringBuilder();
        if (!driver.isEmpty() && !driver.equals("bridge")) {
            nouns.append(".driver(").append(Java.literal(driver)).append(')');
        }
        if (!subnet.isEmpty()) {
            nouns.append(".subnet(").append(Java.literal(subnet)).append(')');
        }
        if (!gateway.isEmpty()) {
            nouns.append(".gateway(").append(Java.literal(gateway)).append(')');
        }
        if (internal) {
            nouns.append(".internal()");
        }
        new TreeMap<>(labels).forEach((label, value) -> nouns.append('.').append(new Label(label, value)));
        return nouns.toString();
    }
}
