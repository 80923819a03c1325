package dev.dockline.spec;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Declarations that a seed decides. */
public final class RandomSpec {
    private RandomSpec() {}

    /** One of busybox under a name; with {@code options} also of flags that have no noun. */
    public static ContainerSpec of(Random random, String name, String volume, boolean options) {
        var spec = ContainerSpec.named(name).with(new ImageReference("busybox"));
        var settings = settings(random, volume);
        if (options) {
            settings.addAll(options(random));
        }
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            spec = spec.with(settings.get(random.nextInt(settings.size())));
        }
        return random.nextBoolean() ? spec.with(new Command(List.of("sh", "-c", "echo \"a $b\""))) : spec;
    }

    private static List<Setting> settings(Random random, String volume) {
        var number = 1 + random.nextInt(9);
        return new ArrayList<>(List.of(
                Publish.parse("1234"),
                Publish.parse("127.0.0.1:" + (20000 + number) + ":80/udp"),
                Publish.parse((21000 + number) + ":81"),
                Expose.parse("700" + number),
                Mount.parse("/data" + number),
                Mount.parse(volume + ":/named:ro"),
                Mount.parse("/tmp:/host" + number),
                new Tmpfs("/run" + number, "size=1m"),
                new EnvVar("KEY" + number, "it's \"$x\" 你好"),
                new Label("label" + number, "a=b c"),
                new User("1000:100" + number),
                new Workdir("/work" + number),
                new Healthcheck("true", Duration.ofSeconds(number), number),
                Memory.parse(number + "6m"),
                Switch.TTY,
                Switch.INTERACTIVE,
                Switch.INIT,
                Switch.READ_ONLY_ROOT,
                Switch.PUBLISH_ALL));
    }

    private static List<Setting> options(Random random) {
        var number = 1 + random.nextInt(9);
        return List.of(
                new Option(Flag.CAP_DROP, "MKNOD"),
                new Option(Flag.GROUP_ADD, "10" + number),
                new Option(Flag.SECURITY_OPT, "no-new-privileges"),
                new Option(Flag.DNS_SEARCH, "example.com"),
                new Option(Flag.SYSCTL, "net.ipv4.ip_forward=1"),
                new Option(Flag.LOG_OPT, "max-size=" + number + "m"),
                new Option(Flag.SHM_SIZE, number + "m"),
                new Option(Flag.CPU_SHARES, String.valueOf(100 * number)),
                new Option(Flag.PID, "host"),
                new Option(Flag.IPC, "host"),
                new Option(Flag.UTS, "host"),
                new Option(Flag.PIDS_LIMIT, "10" + number),
                new Option(Flag.OOM_SCORE_ADJ, String.valueOf(number)),
                new Option(Flag.STOP_SIGNAL, "SIGINT"),
                new Option(Flag.STOP_TIMEOUT, String.valueOf(number)));
    }
}
