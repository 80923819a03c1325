package dev.dockline.embedded.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A container's hosts file. The lines outlive a stop: what a link's target was called when its line was written stays,
 * only its address follows.
 */
public final class Hosts {
    private static final String HEAD = """
            127.0.0.1\tlocalhost
            ::1\tlocalhost ip6-localhost ip6-loopback
            fe00::\tip6-localnet
            ff00::\tip6-mcastprefix
            ff02::1\tip6-allnodes
            ff02::2\tip6-allrouters
            """;

    private record Line(String address, String names, String target) {
        String text() {
            return address + "\t" + names + "\n";
        }
    }

    private final List<Line> lines = new ArrayList<>();

    void clear() {
        lines.clear();
    }

    void add(String address, String names, String target) {
        lines.add(new Line(address, names, target));
    }

    /** The target of a link has moved. */
    void move(String target, String address) {
        lines.replaceAll(line -> line.target.equals(target) ? new Line(address, line.names, target) : line);
    }

    /** The target is linked no more; Docker 28 drops the lines of all its aliases. */
    void forget(String target) {
        lines.removeIf(line -> line.target.equals(target));
    }

    public String text() {
        var text = new StringBuilder(HEAD);
        lines.forEach(line -> text.append(line.text()));
        return text.toString();
    }
}
