package dev.dockline.embedded.model;

/** A container's place on a network; without an address while it does not run. */
public record Endpoint(String networkId, EndpointSpec asked, String endpointId, String address, String mac) {
    static Endpoint idle(String networkId, EndpointSpec asked) {
        return new Endpoint(networkId, asked, "", "", "");
    }

    Endpoint joined(String newAddress) {
        return new Endpoint(networkId, asked, Ids.random(), newAddress, randomMac());
    }

    Endpoint left() {
        return idle(networkId, asked);
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
