package dev.dockline.embedded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An image of a {@link Supplement}: the tools of busybox, and what it adds to them.
 *
 * @param name such as {@code acme/greetings}; the tag is {@code latest}
 * @param command what a container runs that is not told otherwise
 * @param env its variables
 * @param ports the TCP ports that it exposes
 * @param programs its programs, which are put into {@code /usr/bin}
 * @param files texts, by their absolute paths
 */
public record SuppliedImage(
        String name,
        List<String> command,
        Map<String, String> env,
        Set<Integer> ports,
        List<String> programs,
        Map<String, String> files) {

    public SuppliedImage {
        command = List.copyOf(command);
        env = new LinkedHashMap<>(env);
        ports = new TreeSet<>(ports);
        programs = List.copyOf(programs);
        files = new TreeMap<>(files);
    }

    /** One that runs a shell. */
    public static SuppliedImage named(String name) {
        return new SuppliedImage(name, List.of("sh"), Map.of(), Set.of(), List.of(), Map.of());
    }

    /** The same with this command. */
    public SuppliedImage command(String... words) {
        return new SuppliedImage(name, List.of(words), env, ports, programs, files);
    }

    /** The same with these programs too. */
    public SuppliedImage programs(String... names) {
        var all = new ArrayList<>(programs);
        all.addAll(List.of(names));
        return new SuppliedImage(name, command, env, ports, all, files);
    }

    /** The same with this variable too. */
    public SuppliedImage env(String variable, String value) {
        var all = new LinkedHashMap<>(env);
        all.put(variable, value);
        return new SuppliedImage(name, command, all, ports, programs, files);
    }

    /** The same, and this port exposed too. */
    public SuppliedImage expose(int port) {
        var all = new TreeSet<>(ports);
        all.add(port);
        return new SuppliedImage(name, command, env, all, programs, files);
    }

    /** The same with this file too. */
    public SuppliedImage file(String path, String text) {
        var all = new TreeMap<>(files);
        all.put(path, text);
        return new SuppliedImage(name, command, env, ports, programs, all);
    }
}
