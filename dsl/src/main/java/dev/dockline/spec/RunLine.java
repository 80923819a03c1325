package dev.dockline.spec;

import dev.dockline.error.MalformedRunLine;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads {@code docker run} lines: what {@link ContainerSpec#cli()} writes, and what people have typed.
 *
 * <p>Flags and their meanings are those of the docker CLI 28.
 */
final class RunLine {
    private static final Map<String, Switch> WORDS = new HashMap<>();
    private static final Map<String, Function<String, Setting>> FLAGS = new HashMap<>();

    static {
        word(Switch.AUTO_REMOVE, "--rm");
        word(Switch.PUBLISH_ALL, "-P", "--publish-all");
        word(Switch.INTERACTIVE, "-i", "--interactive");
        word(Switch.TTY, "-t", "--tty");
        word(Switch.INIT, "--init");
        word(Switch.PRIVILEGED, "--privileged");
        word(Switch.READ_ONLY_ROOT, "--read-only");
        flag(Publish::parse, "-p", "--publish");
        flag(Expose::parse, "--expose");
        flag(Mount::parse, "-v", "--volume");
        flag(Tmpfs::parse, "--tmpfs");
        flag(VolumesFrom::parse, "--volumes-from");
        flag(Link::parse, "--link");
        flag(NetworkMode::new, "--network", "--net");
        flag(Alias::new, "--network-alias");
        flag(Dns::new, "--dns");
        flag(ExtraHost::parse, "--add-host");
        flag(Hostname::new, "-h", "--hostname");
        flag(EnvVar::parse, "-e", "--env");
        flag(EnvFile::new, "--env-file");
        flag(Label::parse, "-l", "--label");
        flag(User::new, "-u", "--user");
        flag(Workdir::new, "-w", "--workdir");
        flag(text -> new Entrypoint(text.isEmpty() ? List.of() : List.of(text)), "--entrypoint");
        flag(text -> PullPolicy.valueOf(text.toUpperCase(Locale.ROOT)), "--pull");
        flag(RestartPolicy::parse, "--restart");
        flag(CapAdd::new, "--cap-add");
        flag(Memory::parse, "-m", "--memory");
        flag(Cpus::parse, "--cpus");
        flag(Ulimit::parse, "--ulimit");
        flag(Platform::new, "--platform");
        flag(MountFlag::parse, "--mount");
        for (var other : Flag.values()) {
            if (other.kind() != Flag.Kind.WORD) {
                flag(text -> new Option(other, text), "--" + other.text());
            }
        }
        FLAGS.put("-c", FLAGS.get("--cpu-shares"));
    }

    /** Flags that say how the command behaves, not what the container is. */
    private static final Set<String> OF_THE_COMMAND =
            Set.of("-q", "--quiet", "--sig-proxy", "--disable-content-trust", "-d", "--detach");

    private static final Map<String, String> UNSUPPORTED = Map.ofEntries(
            Map.entry("-a", "what is shown is for the verb to say: run(), call() or attach()"),
            Map.entry("--attach", "what is shown is for the verb to say: run(), call() or attach()"),
            Map.entry("--detach-keys", "attach() and shell() have Docker's own keys"),
            Map.entry("--cidfile", "run() gives back a handle that knows the id"),
            Map.entry("--help", "/help container tells of the nouns and verbs"),
            Map.entry("--label-file", "label(…) takes one label at a time"),
            Map.entry("--cgroupns", "engines do not tell which one they take by themselves"),
            Map.entry("--device", "devices of the host are not tested here"),
            Map.entry("--device-cgroup-rule", "devices of the host are not tested here"),
            Map.entry("--device-read-bps", "devices of the host are not tested here"),
            Map.entry("--device-read-iops", "devices of the host are not tested here"),
            Map.entry("--device-write-bps", "devices of the host are not tested here"),
            Map.entry("--device-write-iops", "devices of the host are not tested here"),
            Map.entry("--blkio-weight-device", "devices of the host are not tested here"),
            Map.entry("--gpus", "devices of the host are not tested here"),
            Map.entry("--ip", "addresses are the engine's to give; network(…).connect(…) and aliases find a container"),
            Map.entry(
                    "--ip6", "addresses are the engine's to give; network(…).connect(…) and aliases find a container"),
            Map.entry("--link-local-ip", "addresses are the engine's to give"),
            Map.entry("--mac-address", "Docker 28 and 20 take it in different places"),
            Map.entry("--kernel-memory", "no engine has it any more"),
            Map.entry("--use-api-socket", "it is an experiment of the docker command's"),
            Map.entry("--cpu-count", "it is for Windows"),
            Map.entry("--cpu-percent", "it is for Windows"),
            Map.entry("--io-maxbandwidth", "it is for Windows"),
            Map.entry("--io-maxiops", "it is for Windows"),
            Map.entry("--isolation", "it is for Windows"));

    /** Why a flag of docker run is not read; empty for one that is, and for what is no flag. */
    static Optional<String> unsupported(String flag) {
        return Optional.ofNullable(UNSUPPORTED.get(flag));
    }

    private static void word(Switch word, String... flags) {
        for (var flag : flags) {
            WORDS.put(flag, word);
        }
    }

    private static void flag(Function<String, Setting> read, String... flags) {
        for (var flag : flags) {
            FLAGS.put(flag, read);
        }
    }

    private final String line;
    private final Deque<String> rest;
    private ContainerSpec spec = ContainerSpec.named("");
    private String healthCommand = "";
    private Duration healthInterval;
    private int healthRetries;

    private RunLine(String line) {
        this.line = line;
        this.rest = new ArrayDeque<>(ShellWords.of(line));
    }

    static ContainerSpec parse(String line) {
        var here = ShellWords.inFolder(line);
        ShellWords.beyondWords(here.replaceFirst("^\\$ ", "")).ifPresent(why -> {
            throw new MalformedRunLine(line, why);
        });
        return new RunLine(here).read();
    }

    private ContainerSpec read() {
        begun();
        while (!rest.isEmpty() && rest.peek().startsWith("-")) {
            flag(rest.poll());
        }
        if (rest.isEmpty()) {
            throw refused("it names no image");
        }
        with(new ImageReference(rest.poll()));
        if (!rest.isEmpty()) {
            with(new Command(new ArrayList<>(rest)));
        }
        if (!healthCommand.isEmpty()) {
            with(new Healthcheck(healthCommand, healthInterval, healthRetries));
        }
        return spec;
    }

    // As people have it: $ sudo docker container create …
    private void begun() {
        for (var word : List.of("$", "sudo")) {
            if (word.equals(rest.peek())) {
                rest.poll();
            }
        }
        boolean docker = "docker".equals(rest.poll());
        if ("container".equals(rest.peek())) {
            rest.poll();
        }
        if (!docker || !List.of("run", "create").contains(String.valueOf(rest.poll()))) {
            throw refused("it does not begin with docker run or docker create");
        }
    }

    private void flag(String given) {
        int equals = given.indexOf('=');
        if (given.startsWith("--")) {
            if (equals > 0) {
                rest.push(given.substring(equals + 1));
            }
            apply(equals > 0 ? given.substring(0, equals) : given);
            return;
        }
        shortFlags(given.substring(1));
    }

    // -itd is three flags, -p5000 is one with its value.
    private void shortFlags(String letters) {
        for (int i = 0; i < letters.length(); i++) {
            String flag = "-" + letters.charAt(i);
            if (FLAGS.containsKey(flag) && i + 1 < letters.length()) {
                rest.push(letters.substring(i + 1).replaceFirst("^=", ""));
                apply(flag);
                return;
            }
            apply(flag);
        }
    }

    private void apply(String flag) {
        String next = rest.peek();
        try {
            read(flag);
        } catch (IllegalArgumentException e) {
            throw refused(next + " is no value for " + flag);
        }
    }

    private void read(String flag) {
        var other = Flag.named(flag.replaceFirst("^--", ""));
        if (other.isPresent() && other.get().kind() == Flag.Kind.WORD) {
            with(new Option(other.get(), ""));
        } else if (WORDS.containsKey(flag)) {
            with(WORDS.get(flag));
        } else if (FLAGS.containsKey(flag)) {
            with(FLAGS.get(flag).apply(value(flag)));
        } else {
            special(flag);
        }
    }

    private void special(String flag) {
        switch (flag) {
            case "--name" -> spec = new ContainerSpec(value(flag), spec.settings());
            case "--health-cmd" -> healthCommand = value(flag);
            case "--health-interval" -> healthInterval = Durations.parse(value(flag));
            case "--health-retries" -> healthRetries = Integer.parseInt(value(flag));
            default -> {
                if (!OF_THE_COMMAND.contains(flag)) {
                    throw refused(flag + " is not read: " + unsupported(flag).orElse("docker run has no such flag"));
                }
            }
        }
    }

    private String value(String flag) {
        if (rest.isEmpty()) {
            throw refused(flag + " needs a value");
        }
        return rest.poll();
    }

    private void with(Setting setting) {
        spec = spec.with(setting);
    }

    private MalformedRunLine refused(String why) {
        return new MalformedRunLine(line, why);
    }
}
