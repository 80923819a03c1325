package dev.dockline.embedded.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What an image says about its containers, and a container about itself; null where nothing was said. */
public record Config(
        List<String> cmd,
        List<String> entrypoint,
        List<String> env,
        Map<String, String> labels,
        String user,
        String workingDir,
        Set<Port> exposedPorts,
        Set<String> volumes,
        String stopSignal,
        HealthCheck health) {

    public static final Config EMPTY =
            new Config(null, null, List.of(), Map.of(), "", "", Set.of(), Set.of(), "", null);

    /** This configuration with the image's wherever this one is silent. */
    public Config over(Config image) {
        var ownEntrypoint = entrypoint != null && !entrypoint.isEmpty();
        var noCommand = cmd == null || cmd.isEmpty();
        return new Config(
                noCommand && !ownEntrypoint ? image.cmd : cmd,
                clean(entrypoint == null ? image.entrypoint : entrypoint),
                environment(image.env),
                merge(image.labels, labels),
                user.isEmpty() ? image.user : user,
                workingDir.isEmpty() ? image.workingDir : workingDir,
                new TreeSet<>(union(image.exposedPorts, exposedPorts)),
                union(image.volumes, volumes),
                stopSignal.isEmpty() ? image.stopSignal : stopSignal,
                health == null ? image.health : health.over(image.health));
    }

    /** The words that a container runs. */
    public List<String> command() {
        var words = new ArrayList<String>();
        if (entrypoint != null) words.addAll(entrypoint);
        if (cmd != null) words.addAll(cmd);
        return words;
    }

    /** The part of {@code K=v} before the equals sign. */
    public static String key(String entry) {
        var equals = entry.indexOf('=');
        return equals < 0 ? entry : entry.substring(0, equals);
    }

    // The docker CLI sends [""] for --entrypoint "": no entrypoint, and the image's command gone too.
    private static List<String> clean(List<String> words) {
        return words != null && words.equals(List.of("")) ? null : words;
    }

    private List<String> environment(List<String> image) {
        var own = env.stream().map(Config::key).toList();
        var all = new ArrayList<>(env);
        image.stream().filter(entry -> !own.contains(key(entry))).forEach(all::add);
        return all;
    }

    private static Map<String, String> merge(Map<String, String> base, Map<String, String> own) {
        var all = new LinkedHashMap<>(base);
        all.putAll(own);
        return all;
    }

    private static <T> Set<T> union(Set<T> base, Set<T> own) {
        var all = new LinkedHashSet<>(base);
        all.addAll(own);
        return all;
    }
}
