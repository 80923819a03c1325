package dev.dockline.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockline.Docker;
import dev.dockline.shell.Imports;
import dev.dockline.shell.OnSharedEngines;
import dev.dockline.shell.Run;
import dev.dockline.shell.eval.JShellEvaluator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A script whose process is killed behind one of its lines, and run again, leaves what it leaves when nothing happens.
 * Each run tries one of the lines of one of them; {@code -Ddockline.kills=all} tries all,
 * {@code -Ddockline.kills.engine=URL} does it on that engine.
 */
class KilledScriptsTest extends OnSharedEngines {
    private static final Path ROOT = root();
    private static final boolean ALL = "all".equals(System.getProperty("dockline.kills"));
    private static final int SOME_SCRIPTS = 1;
    private static final int SOME = 1;
    private static final long SEED = Long.getLong("dockline.seed", System.nanoTime());

    @TempDir
    Path folder;

    static Stream<Path> scripts() throws IOException {
        try (var files = Files.walk(ROOT.resolve("scripts"))) {
            var all = new ArrayList<>(files.filter(file -> file.toString().endsWith(".jsh"))
                    .sorted()
                    .toList());
            Collections.shuffle(all, new Random(SEED));
            return all.stream().limit(ALL ? all.size() : SOME_SCRIPTS);
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void converges(Path script) throws Exception {
        copyScripts();
        var copy = folder.resolve(ROOT.relativize(script).toString());
        var expected = whole(copy, "calm");
        for (var line : lines(script)) {
            var engine = "killed-" + line;
            var halted = copy.resolveSibling("halted.jsh");
            Files.writeString(halted, upTo(script, line) + "\nRuntime.getRuntime().halt(9);\n");
            assertThat(run(halted, engine).exitCode())
                    .as("%s, line %d", script, line)
                    .isEqualTo(9);
            assertThat(whole(copy, engine))
                    .as("%s, killed behind line %d (seed %d)", script, line, SEED)
                    .isEqualTo(expected);
        }
    }

    private void copyScripts() throws IOException {
        try (var files = Files.walk(ROOT.resolve("scripts"))) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(ROOT.relativize(file).toString()));
            }
        }
    }

    private Run run(Path script, String engine) throws Exception {
        return Run.process(folder, "", Map.of(), Run.command("--quiet", "--engine", url(engine), script.toString()));
    }

    private String url(String name) {
        return System.getProperty("dockline.kills.engine", "embedded:" + folder.resolve(name));
    }

    /** What there is after a run to the end. */
    private List<String> whole(Path script, String engine) throws Exception {
        var run = run(script, engine);
        assertThat(run.exitCode()).as(run.err()).isZero();
        try (var docker = Docker.connect(url(engine))) {
            var left = new ArrayList<String>();
            docker.containers().states().forEach(state -> left.add("container " + state.name()));
            docker.networks().forEach(network -> left.add("network " + network.name()));
            left.sort(null);
            left.add(docker.volumes().size() + " volumes");
            return left;
        }
    }

    /** The last lines of snippets, some of them. */
    private static List<Integer> lines(Path script) throws IOException {
        var text = Files.readString(script);
        var ends = new TreeSet<Integer>();
        try (var compiler = JShellEvaluator.compiler(Imports.ALL)) {
            for (var piece : compiler.split(script.toString(), text)) {
                ends.add(piece.line() + (int) piece.source().lines().count() - 1);
            }
        }
        var all = new ArrayList<>(ends);
        if (ALL) {
            return all;
        }
        Collections.shuffle(all, new Random(SEED));
        return all.subList(0, Math.min(SOME, all.size()));
    }

    private static String upTo(Path script, int line) throws IOException {
        return String.join("\n", Files.readAllLines(script).subList(0, line));
    }

    private static Path root() {
        var here = Path.of("").toAbsolutePath();
        return here.endsWith("shell") ? here.getParent() : here;
    }
}
