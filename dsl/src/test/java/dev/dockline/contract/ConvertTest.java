package dev.dockline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dockline.error.DocklineException;
import dev.dockline.spec.Command;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.Difference;
import dev.dockline.spec.EnvVar;
import dev.dockline.spec.Expose;
import dev.dockline.spec.Flag;
import dev.dockline.spec.Healthcheck;
import dev.dockline.spec.ImageReference;
import dev.dockline.spec.Label;
import dev.dockline.spec.Memory;
import dev.dockline.spec.Mount;
import dev.dockline.spec.Option;
import dev.dockline.spec.Publish;
import dev.dockline.spec.Setting;
import dev.dockline.spec.Switch;
import dev.dockline.spec.Tmpfs;
import dev.dockline.spec.User;
import dev.dockline.spec.Workdir;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Declarations as docker run lines, and back, by way of the docker command and what an engine tells. */
class ConvertTest extends EngineContract {
    private static final int LINES = Integer.getInteger("dockline.lines", 10);
    private static final long FROM = Long.getLong("dockline.lines.from", 1);

    @Test
    void the_line_of_a_container_that_dockline_made() {
        var web = container("web")
                .image("training/webapp")
                .publish(5000)
                .env("MODE", "2")
                .run();
        assertThat(web.asRun()).isEqualTo("docker run -d --name " + name("web") + " -p 5000 -e MODE=2 training/webapp");
        assertThat(web.asCode())
                .isEqualTo("container(\"" + name("web")
                        + "\").image(\"training/webapp\").publish(5000).env(\"MODE\", \"2\").run()");
    }

    @Test
    void a_declaration_that_nobody_has_run() {
        var declared = docker.from("$ sudo docker run -itd --name=web -p5000 --cap-drop ALL busybox sh");
        assertThat(declared)
                .hasToString("container(\"web\").interactive().tty().publish(5000).option(\"cap-drop\", \"ALL\")"
                        + ".image(\"busybox\").command(\"sh\")");
        assertThat(declared.asRun()).isEqualTo("docker run -d --name web -i -t -p 5000 --cap-drop ALL busybox sh");
    }

    @Test
    void random_declarations_by_the_docker_command_and_back() throws Exception {
        assumeTrue(engine != EngineUnderTest.EMBEDDED, "the docker command does not reach it");
        assumeTrue(ran("docker --version") == 0, "there is no docker command");
        for (long seed = FROM; seed < FROM + LINES; seed++) {
            var spec = spec(new Random(seed));
            var line = spec.cli().replaceFirst("docker run -d", "docker -H " + engine.socket() + " create");
            assertThat(ran(line)).as("seed %d: %s", seed, line).isZero();
            var told = docker.container(spec.name()).asRun();
            assertThat(Difference.between(ContainerSpec.parse(told), spec))
                    .as("seed %d: %s", seed, line)
                    .isEmpty();
            docker.container(spec.name()).removeWithVolumes();
        }
    }

    @Test
    void each_flag_of_the_docker_command_is_read_or_refused_with_a_reason() throws Exception {
        assumeTrue(ran("docker --version") == 0, "there is no docker command");
        var help = new ProcessBuilder("docker", "run", "--help").start();
        var flags = new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("^ +(?:-\\w, +)?(--[a-z0-9-]+)( +[a-z0-9-]+)?(?: {2,}.*)?$", "$1$2"))
                .filter(line -> line.startsWith("--"))
                .toList();
        assertThat(flags).hasSizeGreaterThan(70);
        assertThat(flags).allSatisfy(flag -> assertThat(fate(flag)).isIn("read", "refused"));
    }

    private static String fate(String flag) {
        var words = flag.split(" +");
        var samples = words.length == 1
                ? List.of("")
                : List.of("a=b", "a:b", "1", "1m", "always", "1s", "target=/a", "/a", "a=1");
        var said = "";
        for (var sample : samples) {
            try {
                ContainerSpec.parse("docker run " + words[0] + " " + sample + " busybox");
                return "read";
            } catch (DocklineException refused) {
                said = refused.getMessage();
            }
        }
        return said.contains(words[0] + " is not read: ") && !said.contains("no such flag") ? "refused" : flag + said;
    }

    private ContainerSpec spec(Random random) {
        var spec = ContainerSpec.named(name("made")).with(new ImageReference("busybox"));
        var settings = settings(random);
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            spec = spec.with(settings.get(random.nextInt(settings.size())));
        }
        return random.nextBoolean() ? spec.with(new Command(List.of("sh", "-c", "echo \"a $b\""))) : spec;
    }

    private List<Setting> settings(Random random) {
        var number = 1 + random.nextInt(9);
        var all = new ArrayList<Setting>(List.of(
                Publish.parse("1234"),
                Publish.parse("127.0.0.1:" + (20000 + number) + ":80/udp"),
                Publish.parse((21000 + number) + ":81"),
                Expose.parse("700" + number),
                Mount.parse("/data" + number),
                Mount.parse(name("data") + ":/named:ro"),
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
        if (!engine.isEmbedded()) {
            all.addAll(List.of(
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
                    new Option(Flag.STOP_TIMEOUT, String.valueOf(number))));
        }
        return all;
    }

    private static int ran(String line) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder("sh", "-c", line).redirectErrorStream(true).start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            System.out.println(told);
        }
        return code;
    }
}
