package dev.dockline.spec;

import dev.dockline.error.InvalidPort;
import java.util.Arrays;
import java.util.Locale;

/**
 * One port or a run of ports, inclusive at both ends.
 *
 * @param first the lowest number, 1 to 65535
 * @param last the highest number, at least {@code first}
 */
public record Ports(int first, int last) {
    /** Refuses numbers that are no ports, and runs that end before they begin. */
    public Ports {
        check(first);
        check(last);
        if (last < first) {
            throw new InvalidPort("Cannot use ports " + first + "-" + last, first + "-" + last);
        }
    }

    /** A single port. */
    public static Ports of(int number) {
        return new Ports(number, number);
    }

    /** Reads {@code 80} or {@code 8000-8010}. */
    static Ports parse(String text) {
        try {
            var ends = Arrays.stream(text.split("-", 2))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            return new Ports(ends[0], ends[ends.length - 1]);
        } catch (NumberFormatException e) {
            throw new InvalidPort("Cannot use port " + text, text);
        }
    }

    /** Reads the part after the slash of {@code 80/udp}; null means TCP. */
    static Protocol protocol(String text) {
        try {
            return text == null ? Protocol.TCP : Protocol.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidPort("Cannot use protocol " + text, text);
        }
    }

    /** How many ports these are. */
    public int count() {
        return last - first + 1;
    }

    private static void check(int number) {
        if (number < 1 || number > 65535) {
            throw new InvalidPort("Cannot use port " + number, String.valueOf(number));
        }
    }

    @Override
    public String toString() {
        return first == last ? String.valueOf(first) : first + "-" + last;
    }
}
