package dev.dockline.embedded.model;

import java.util.List;

/**
 * A container's place on a network; without an address while it does not run.
 *
 * @param networkId the network it was on last, empty before it was on any
 * @param names those that the network was told: none before its first start, if it was made there
 */
public record Endpoint(
        String networkId, EndpointSpec asked, String endpointId, String address, String mac, List<String> names) {
    static Endpoint idle(EndpointSpec asked) {
        return new Endpoint("", asked, "", "", "", List.of());
    }

    Endpoint withNames(List<String> told) {
        return new Endpoint(networkId, asked, endpointId, address, mac, told);
    }

    /** On the network, at an address if it gives any. */
    Endpoint joined(String joinedId, String newAddress) {
        var newMac = newAddress.isEmpty() ? "" : randomMac();
        return new Endpoint(joinedId, asked, Ids.random(), newAddress, newMac, names);
    }

    Endpoint left() {
        return new Endpoint(networkId, asked, "", "", "", names);
    }

    public boolean joined() {
        return !endpointId.isEmpty();
    }

    private static String randomMac() {
        var digits = Ids.random();
        var mac = new StringBuilder("02");
        for (var i = 0; i < 10; i += 2) mac.append(':').append(digits, i, i + 2);
        return mac.toString();
    }
}
