package dev.dockline.embedded.build;

import dev.dockline.embedded.model.Config;
import dev.dockline.embedded.model.HealthCheck;
import dev.dockline.embedded.model.Port;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The configuration of an image that is being made: what instructions say of it, over what was there. */
public final class ImageConfig {
    private static final Map<String, Duration> UNITS = Map.of(
            "ms",
            Duration.ofMillis(1),
            "s",
            Duration.ofSeconds(1),
            "m",
            Duration.ofMinutes(1),
            "h",
            Duration.ofHours(1));

    private List<String> cmd;
    private List<String> entrypoint;
    private final List<String> env;
    private final Map<String, String> labels;
    private String user;
    private String workingDir;
    private final Set<Port> ports;
    private final Set<String> volumes;
    private String stopSignal;
    private HealthCheck health;
    private boolean commanded;

    public ImageConfig(Config from) {
        cmd = from.cmd();
        entrypoint = from.entrypoint();
        env = new ArrayList<>(from.env());
        labels = new LinkedHashMap<>(from.labels());
        user = from.user();
        workingDir = from.workingDir();
        ports = new TreeSet<>(from.exposedPorts());
        volumes = new LinkedHashSet<>(from.volumes());
        stopSignal = from.stopSignal();
        health = from.health();
    }

    public Config config() {
        return new Config(
                cmd,
                entrypoint,
                List.copyOf(env),
                Map.copyOf(labels).isEmpty() ? Map.of() : new LinkedHashMap<>(labels),
                user,
                workingDir,
                new TreeSet<>(ports),
                new LinkedHashSet<>(volumes),
                stopSignal,
                health);
    }

    String user() {
        return user;
    }

    String workingDir() {
        return workingDir.isEmpty() ? "/" : workingDir;
    }

    /** The variables that containers of the image would have. */
    Map<String, String> environment() {
        var all = new LinkedHashMap<String, String>();
        for (var entry : env)
            all.put(
                    Config.key(entry),
                    entry.substring(Math.min(entry.length(), Config.key(entry).length() + 1)));
        return all;
    }

    /** Obeys an instruction that concerns the configuration alone; false for another one. */
    public boolean obey(Instruction instruction, Map<String, String> variables) throws BuildError {
        var text = instruction.text();
        switch (instruction.keyword()) {
            case "CMD" -> {
                cmd = text.isEmpty() ? List.of() : instruction.command();
                commanded = true;
            }
            case "ENTRYPOINT" -> {
                entrypoint = text.isEmpty() ? null : instruction.command();
                if (!commanded) cmd = null;
            }
            case "ENV" -> pairs(text, variables).forEach(this::env);
            case "LABEL" -> labels.putAll(pairs(text, variables));
            case "USER" -> user = Words.one(text, variables);
            case "WORKDIR" -> workdir(Words.one(text, variables));
            case "EXPOSE" -> Words.of(text, variables).forEach(port -> ports.add(Port.parse(port)));
            case "VOLUME" ->
                volumes.addAll(instruction.list() == null ? Words.of(text, variables) : instruction.list());
            case "STOPSIGNAL" -> stopSignal = Words.one(text, variables);
            case "HEALTHCHECK" -> health = health(instruction);
            case "MAINTAINER" -> labels.put("maintainer", text);
            default -> {
                return false;
            }
        }
        return true;
    }

    void label(String name, String value) {
        labels.put(name, value);
    }

    private void env(String name, String value) {
        for (var i = 0; i < env.size(); i++) {
            if (Config.key(env.get(i)).equals(name)) {
                env.set(i, name + "=" + value);
                return;
            }
        }
        env.add(name + "=" + value);
    }

    private void workdir(String path) {
        workingDir = dev.dockline.embedded.fs.Paths.absolute(workingDir(), path);
    }

    private static Map<String, String> pairs(String text, Map<String, String> variables) throws BuildError {
        var words = Words.of(text, variables);
        var all = new LinkedHashMap<String, String>();
        // The old form: one name, and the rest of the line for its value.
        if (!words.get(0).contains("=")) {
            if (words.size() < 2) throw new BuildError("dockerfile parse error: ENV must have two arguments");
            all.put(words.get(0), String.join(" ", words.subList(1, words.size())));
            return all;
        }
        for (var word : words) {
            var equals = word.indexOf('=');
            if (equals < 0)
                throw new BuildError("dockerfile parse error: Syntax error - can't find = in \"" + word
                        + "\". Must be of the form: name=value");
            all.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return all;
    }

    private static HealthCheck health(Instruction instruction) throws BuildError {
        var text = instruction.text();
        if (text.equalsIgnoreCase("NONE"))
            return new HealthCheck(List.of("NONE"), Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);
        var command = Instruction.parse(text);
        if (!command.keyword().equals("CMD"))
            throw new BuildError("Unknown type \"" + command.keyword() + "\" in HEALTHCHECK (try CMD)");
        var test = new ArrayList<String>();
        test.add(command.list() == null ? "CMD-SHELL" : "CMD");
        test.addAll(command.list() == null ? List.of(command.text()) : command.list());
        var flags = instruction.flags();
        return new HealthCheck(
                test,
                duration(flags.getOrDefault("interval", "0s")),
                duration(flags.getOrDefault("timeout", "0s")),
                duration(flags.getOrDefault("start-period", "0s")),
                Integer.parseInt(flags.getOrDefault("retries", "0")));
    }

    private static Duration duration(String text) throws BuildError {
        var number = text.replaceAll("[a-z]+$", "");
        var unit = UNITS.get(text.substring(number.length()));
        if (unit == null || !number.matches("[0-9]{1,9}"))
            throw new BuildError("time: invalid duration \"" + text + "\"");
        return unit.multipliedBy(Long.parseLong(number));
    }
}
