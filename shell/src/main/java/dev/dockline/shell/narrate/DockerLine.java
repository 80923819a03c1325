package dev.dockline.shell.narrate;

import dev.dockline.error.DocklineException;
import dev.dockline.spec.Command;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.ImageReference;
import dev.dockline.spec.Setting;
import dev.dockline.spec.ShellWords;
import dev.dockline.spec.Switch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A line for the docker command as the Java that does the same; a line with a flag that says more is left alone. */
public final class DockerLine {
    private static final Pattern LINE = Pattern.compile("\\s*(?:\\$ )?(?:sudo )?docker\\s+(.*?);?\\s*", Pattern.DOTALL);
    private static final String RUNNING = "containers().running()";
    private static final Pattern FIELD = Pattern.compile("\\{\\{ *((?:\\.\\w+)+) *}}");
    private static final Pattern NOUN = Pattern.compile("container|image");
    private static final Map<String, Function<Words, String>> COMMANDS = new HashMap<>();

    static {
        COMMANDS.put("run", DockerLine::run);
        COMMANDS.put("create", words -> ending(spec(words), "create"));
        for (var verb : List.of("start", "stop", "restart", "kill", "pause", "unpause")) {
            COMMANDS.put(verb, words -> words.eachOf("container", verb + "()"));
        }
        COMMANDS.put("rm", words -> words.eachOf("container", removal(words)));
        COMMANDS.put("ps", DockerLine::ps);
        COMMANDS.put("ls", COMMANDS.get("ps"));
        COMMANDS.put("logs", DockerLine::logs);
        COMMANDS.put("exec", DockerLine::exec);
        COMMANDS.put("inspect", DockerLine::inspect);
        COMMANDS.put("port", DockerLine::port);
        COMMANDS.put("top", words -> words.eachOf("container", "top()"));
        COMMANDS.put("stats", words -> words.eachOf("container", "stats()"));
        COMMANDS.put("attach", words -> words.eachOf("container", "attach()"));
        COMMANDS.put("rename", words -> words.two("container(%s).rename(%s)"));
        COMMANDS.put("cp", DockerLine::cp);
        COMMANDS.put("images", words -> words.none("images()"));
        COMMANDS.put("pull", words -> words.eachOf("image", "pull()"));
        COMMANDS.put("rmi", words -> words.eachOf("image", words.has("-f", "--force") ? "remove(FORCE)" : "remove()"));
        COMMANDS.put("tag", words -> words.two("image(%s).tag(%s)"));
        COMMANDS.put("version", words -> words.none("engine()"));
        COMMANDS.put("info", COMMANDS.get("version"));
        for (var noun : List.of("volume", "network")) {
            COMMANDS.put(noun + " ls", words -> words.none(noun + "s()"));
            COMMANDS.put(noun + " create", words -> words.eachOf(noun, "create()"));
            COMMANDS.put(noun + " rm", words -> words.eachOf(noun, "remove()"));
            COMMANDS.put(noun + " inspect", words -> words.eachOf(noun, "inspect()"));
        }
        COMMANDS.put("network connect", words -> words.two("network(%s).connect(container(%s))"));
        COMMANDS.put("network disconnect", words -> words.two("network(%s).disconnect(container(%s))"));
    }

    private DockerLine() {}

    /** Whether a text is a line for the docker command. */
    public static boolean is(String text) {
        return LINE.matcher(text).matches();
    }

    /** The Java for it; empty if it is no such line, or says what cannot be told so briefly. */
    public static Optional<String> toJava(String text) {
        var line = LINE.matcher(ShellWords.inFolder(text.replace("\\\n", " ")));
        if (!line.matches() || line.group(1).contains("\n") || line.group(1).matches(".*[|<>&`].*|.*\\$\\(.*")) {
            return Optional.empty();
        }
        try {
            var words = new ArrayList<>(ShellWords.of(line.group(1)));
            if (words.size() > 1 && NOUN.matcher(words.get(0)).matches()) {
                words.remove(0);
            }
            return command(words);
        } catch (DocklineException notSaid) {
            return Optional.empty();
        }
    }

    private static Optional<String> command(List<String> words) {
        for (var length = Math.min(2, words.size()); length > 0; length--) {
            var command = COMMANDS.get(String.join(" ", words.subList(0, length)));
            if (command != null) {
                var rest = new Words(words.subList(length, words.size()));
                return Optional.ofNullable(command.apply(rest)).filter(java -> rest.flags.isEmpty());
            }
        }
        return Optional.empty();
    }

    private static String run(Words words) {
        var spec = spec(words);
        var image = spec.one(ImageReference.class).map(Setting::cli).orElse("");
        var flags = words.all.subList(0, words.all.indexOf(image));
        boolean detached = flags.stream().anyMatch(flag -> flag.matches("--detach|-[it]*d[it]*"));
        if (detached) {
            return ending(spec, "run");
        } else if (spec.has(Switch.TTY)) {
            return ending(spec, "run") + ".attach()";
        }
        return spec.has(Switch.AUTO_REMOVE)
                ? ending(spec, "call").replace(".autoRemove()", "")
                : ending(spec, "run") + ".follow()";
    }

    private static ContainerSpec spec(Words words) {
        words.flags.clear();
        return ContainerSpec.parse(
                "docker run " + words.all.stream().map(Words::shell).collect(Collectors.joining(" ")));
    }

    // The command goes to the verb, as one would type it.
    private static String ending(ContainerSpec spec, String verb) {
        var java = spec.toString();
        var command = java.lastIndexOf(".command(");
        return command > 0 && spec.settings().get(spec.settings().size() - 1) instanceof Command
                ? java.substring(0, command) + "." + verb + java.substring(command + ".command".length())
                : java + "." + verb + "()";
    }

    private static String removal(Words words) {
        var force = words.has("-f", "--force", "-vf", "-fv") ? "FORCE" : "";
        return (words.has("-v", "--volumes", "-vf", "-fv") ? "removeWithVolumes(" : "remove(") + force + ")";
    }

    private static String ps(Words words) {
        if (words.has("-l", "--latest")) {
            return words.none("latest()");
        }
        return words.has("-a", "--all") ? words.none("containers()") : words.none(RUNNING);
    }

    // Of the templates those that name one field.
    private static String inspect(Words words) {
        var field = words.names.size() == 2 ? FIELD.matcher(words.names.get(0)) : FIELD.matcher("");
        if (!words.has("-f", "--format") || !field.matches()) {
            return words.eachOf("container", "inspect()");
        }
        words.flags.removeAll(words.understood);
        return "container(" + Words.java(words.names.get(1)) + ").inspect("
                + Words.java(field.group(1).replace('.', '/')) + ")";
    }

    private static String port(Words words) {
        var port = words.names.size() == 2 ? words.names.get(1).replaceFirst("/tcp$", "") : "";
        return port.matches("[0-9]+")
                ? "container(" + Words.java(words.names.get(0)) + ").port(" + port + ")"
                : words.eachOf("container", "ports()");
    }

    private static String logs(Words words) {
        return words.eachOf("container", words.has("-f", "--follow") ? "follow()" : "logs()");
    }

    private static String exec(Words words) {
        boolean keys = words.has("-it", "-ti", "-i", "-t");
        words.flags.removeAll(words.understood);
        if (words.names.size() < 2) {
            return null;
        }
        var command = words.names.subList(1, words.names.size());
        var container = "container(" + Words.java(words.names.get(0)) + ")";
        return keys && command.size() == 1 && command.get(0).matches("(?:/bin/)?(?:ba|a)?sh")
                ? container + ".shell()"
                : container + ".exec(" + command.stream().map(Words::java).collect(Collectors.joining(", ")) + ")";
    }

    private static String cp(Words words) {
        if (words.names.size() != 2) {
            return null;
        }
        var from = words.names.get(0).split(":", 2);
        var to = words.names.get(1).split(":", 2);
        if (from.length == to.length) {
            return null;
        }
        return from.length == 2
                ? "container(%s).copyFrom(%s, %s)"
                        .formatted(Words.java(from[0]), Words.java(from[1]), Words.java(to[0]))
                : "container(%s).copyTo(%s, %s)".formatted(Words.java(to[0]), Words.java(from[0]), Words.java(to[1]));
    }

    /** The words behind a command: the flags before the first name, and the rest. */
    private static final class Words {
        final List<String> all;
        final Set<String> flags = new HashSet<>();
        final List<String> names;

        Words(List<String> all) {
            this.all = all;
            var first = 0;
            while (first < all.size() && all.get(first).startsWith("-")) {
                flags.add(all.get(first++));
            }
            names = all.subList(first, all.size());
        }

        /** Whether one of the flags is given; asked about, it is understood. */
        boolean has(String... spellings) {
            return has(Set.of(spellings));
        }

        private boolean has(Set<String> spellings) {
            boolean given = flags.stream().anyMatch(spellings::contains);
            understood.addAll(spellings);
            return given;
        }

        private final Set<String> understood = new HashSet<>();

        String none(String java) {
            flags.removeAll(understood);
            return names.isEmpty() ? java : null;
        }

        String two(String form) {
            return names.size() == 2 ? form.formatted(java(names.get(0)), java(names.get(1))) : null;
        }

        String eachOf(String noun, String verb) {
            flags.removeAll(understood);
            return names.isEmpty()
                    ? null
                    : names.stream()
                            .map(name -> noun + "(" + java(name) + ")." + verb)
                            .collect(Collectors.joining("\n"));
        }

        static String java(String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }

        static String shell(String text) {
            return "'" + text.replace("'", "'\\''") + "'";
        }
    }
}
