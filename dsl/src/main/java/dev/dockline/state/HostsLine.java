package dev.dockline.state;

import java.util.Arrays;
import java.util.List;

/**
 * A line of a hosts file.
 *
 * @param address the IP address
 * @param names the names it has
 */
public record HostsLine(String address, List<String> names) {
    /** Copies the names. */
    public HostsLine {
        names = List.copyOf(names);
    }

    /** Reads a hosts file; comments are left out. */
    public static List<HostsLine> read(String file) {
        return file.lines()
                .map(line -> line.replaceFirst("#.*", "").strip().split("\\s+"))
                .filter(words -> words.length > 1)
                .map(words -> new HostsLine(words[0], Arrays.asList(words).subList(1, words.length)))
                .toList();
    }
}
