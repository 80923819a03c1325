package dev.dockline.embedded.model;

import java.util.function.Predicate;

/** A range of IPv4 addresses, {@code 172.18.0.0/16}. */
public record Subnet(int base, int length) {

    public static Subnet parse(String text) {
        if (!text.matches("[0-9.]+/[0-9]{1,2}")) throw invalid(text);
        var slash = text.indexOf('/');
        var length = Integer.parseInt(text.substring(slash + 1));
        if (length < 1 || length > 30) throw invalid(text);
        return new Subnet(number(text.substring(0, slash)) & mask(length), length);
    }

    private static Refused invalid(String text) {
        return Refused.badRequest("invalid network config:\ninvalid subnet " + text + ": invalid CIDR block notation");
    }

    static int number(String address) {
        var parts = address.split("\\.", -1);
        if (parts.length != 4) throw Refused.badRequest("invalid IP address: " + address);
        var number = 0;
        for (var part : parts) {
            if (!part.matches("[0-9]{1,3}") || Integer.parseInt(part) > 255)
                throw Refused.badRequest("invalid IP address: " + address);
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }

    public String gateway() {
        return text(base + 1);
    }

    /** The lowest address above the gateway that is free. */
    String free(Predicate<String> taken) {
        var last = base | ~mask(length);
        for (var next = base + 1; next < last; next++) {
            if (!taken.test(text(next))) return text(next);
        }
        throw Refused.failed("no available IPv4 addresses on this network's address pools");
    }

    boolean contains(String address) {
        return (number(address) & mask(length)) == base;
    }

    boolean overlaps(Subnet other) {
        var shorter = mask(Math.min(length, other.length));
        return (base & shorter) == (other.base & shorter);
    }

    private static int mask(int length) {
        return -1 << (32 - length);
    }

    private static String text(int number) {
        return (number >>> 24) + "." + (number >>> 16 & 255) + "." + (number >>> 8 & 255) + "." + (number & 255);
    }

    @Override
    public String toString() {
        return text(base) + "/" + length;
    }
}
