package dev.dockline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.error.DocklineException;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.Difference;
import dev.dockline.spec.RandomSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
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
            var spec = RandomSpec.of(new Random(seed), name("made"), name("data"), !engine.isEmbedded());
            var line = spec.cli().replaceFirst("docker run -d", "docker -H " + engine.socket() + " create");
            assertThat(ran(line)).as("seed %d: %s", seed, line).isZero();
            var told = docker.container(spec.name()).asRun();
            assertThat(Difference.between(ContainerSpec.parse(told), spec))
                    .as("seed %d: %s", seed, line)
                    .isEmpty();
            var byCommand = docker.container(spec.name()).inspect();
            docker.container(spec.name()).removeWithVolumes();
            if (!engine.isEmbedded()) {
                var ours = docker.from(spec.cli()).create();
                assertThat(settings(ours.inspect()))
                        .as("seed %d: %s", seed, line)
                        .isEqualTo(settings(byCommand));
                ours.removeWithVolumes();
            }
        }
    }

    @Test
    void a_compose_file_of_what_exists() {
        var web = container("web").image("training/webapp").publish(5000).create();
        assertThat(web.asCompose())
                .contains("services:\n  " + name("web") + ":\n", "      - \"5000\"\n", "network_mode: \"bridge\"");
    }

    @Test
    void all_there_is_as_a_script_in_the_order_in_which_it_is_needed() {
        docker.network(name("lab"))
                .subnet("10.231.9.0/24")
                .gateway("10.231.9.9")
                .internal()
                .label("a", "b c")
                .create();
        container("web").image("training/webapp").create();
        container("db")
                .image("training/postgres")
                .volume(name("data"), "/dbdata")
                .run();
        container("web").replace(c -> c.link(name("db"), "db").volumesFrom(name("db")));
        var script = docker.export();
        assertThat(script)
                .contains(
                        "network(\"" + name("lab") + "\").subnet(\"10.231.9.0/24\").gateway(\"10.231.9.9\").internal()"
                                + ".label(\"a\", \"b c\").create();\n",
                        "volume(\"" + name("data") + "\").create(); // its data is not in here",
                        "container(\"" + name("db") + "\").image(\"training/postgres\")")
                .containsSubsequence(
                        "container(\"" + name("db") + "\").image(",
                        "container(\"" + name("web") + "\").image(\"training/webapp\").link(");
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

    private static Map<String, JsonNode> settings(JsonNode inspected) {
        var config = (ObjectNode) inspected.path("Config").deepCopy();
        config.remove(List.of("Hostname", "AttachStdout", "AttachStderr", "AttachStdin", "StdinOnce"));
        ((ObjectNode) config.path("Labels")).remove("dev.dockline.run");
        var host = (ObjectNode) inspected.path("HostConfig").deepCopy();
        host.remove("ConsoleSize");
        // Engines tell these as they were given, in one spelling or the other.
        if (host.at("/RestartPolicy/Name").asText().matches("no|")) {
            host.remove("RestartPolicy");
        }
        host.put("Binds", host.path("Binds").toString().replace(":rw\"", "\"").replace("null", "[]"));
        if (host.path("CapDrop").path(0).asText().equals("CAP_MKNOD")) {
            host.putArray("CapDrop").add("MKNOD");
        }
        var all = new TreeMap<String, JsonNode>();
        for (var part : List.of(config, host)) {
            part.properties().stream()
                    .filter(each ->
                            !each.getValue().isNull() && !each.getValue().isEmpty()
                                    || each.getValue().isValueNode())
                    .filter(each -> !each.getValue().isNull())
                    .forEach(each -> all.put(each.getKey(), each.getValue()));
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
