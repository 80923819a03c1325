package dev.dockline.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockline.Docker;
import dev.dockline.shell.OnSharedEngines;
import dev.dockline.shell.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a plan of a shipped script foretells is what the script leaves. Each run tries one of them; {@code
 * -Ddockline.planned=all} tries all, {@code -Ddockline.planned.engine=URL} does it on that engine.
 */
class PlannedScriptsTest extends OnSharedEngines {
    private static final Path ROOT = root();
    private static final long SEED = Long.getLong("dockline.seed", System.nanoTime());
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void leave_what_was_foretold() throws Exception {
        copyScripts();
        for (var script : scripts()) {
            var url = System.getProperty(
                    "dockline.planned.engine", "embedded:" + folder.resolve(script.getFileName() + "-state"));
            var before = there(url);
            var plan = run("plan", "--json", "--engine", url, script.toString());
            assertThat(plan.exitCode()).as(script + ": " + plan.err()).isIn(0, 10);
            assertThat(there(url))
                    .as("nothing is done by the plan of %s", script)
                    .isEqualTo(before);
            var done = run("--quiet", "--engine", url, script.toString());
            assertThat(done.exitCode()).as(script + ": " + done.err()).isZero();
            var after = there(url);
            var change = new ArrayList<String>();
            after.stream().filter(each -> !before.contains(each)).forEach(each -> change.add("added " + each));
            before.stream().filter(each -> !after.contains(each)).forEach(each -> change.add("removed " + each));
            assertThat(foretold(plan.out()))
                    .as("%s (seed %d)", script, SEED)
                    .containsExactlyInAnyOrderElementsOf(change);
        }
    }

    private static List<String> foretold(String lines) throws IOException {
        var foretold = new ArrayList<String>();
        for (var line : lines.lines().toList()) {
            var json = JSON.readTree(line);
            var name = json.path("name").asText();
            if (json.path("change").asText().matches("added|removed") && !name.matches("[0-9a-f]{64}")) {
                foretold.add(
                        json.path("change").asText() + " " + json.path("kind").asText() + " " + name);
            }
        }
        return foretold;
    }

    /** All that has a name. */
    private static TreeSet<String> there(String url) {
        try (var docker = Docker.connect(url)) {
            var all = new TreeSet<String>();
            docker.containers().states().forEach(state -> all.add("container " + state.name()));
            docker.networks().forEach(network -> all.add("network " + network.name()));
            docker.volumes().states().stream()
                    .filter(state -> !state.isAnonymous())
                    .forEach(state -> all.add("volume " + state.name()));
            return all;
        }
    }

    private Run run(String... arguments) throws Exception {
        return Run.process(folder, "", Map.of(), Run.command(arguments));
    }

    private void copyScripts() throws IOException {
        try (var files = Files.walk(ROOT.resolve("scripts"))) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(ROOT.relativize(file).toString()));
            }
        }
    }

    private List<Path> scripts() throws IOException {
        try (var files = Files.walk(folder.resolve("scripts"))) {
            var all = new ArrayList<>(files.filter(file -> file.toString().endsWith(".jsh"))
                    .sorted()
                    .toList());
            if ("all".equals(System.getProperty("dockline.planned"))) {
                return all;
            }
            Collections.shuffle(all, new Random(SEED));
            return all.subList(0, 1);
        }
    }

    private static Path root() {
        var here = Path.of("").toAbsolutePath();
        return here.endsWith("shell") ? here.getParent() : here;
    }
}
