package dev.dockline.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockline.Docker;
import dev.dockline.shell.OnSharedEngines;
import dev.dockline.shell.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every script that is shipped, on the embedded engine and on each in {@code DOCKLINE_TEST_ENGINES}. */
class ShippedScriptsTest extends OnSharedEngines {
    private static final Path ROOT = root();

    /** What a slow machine shows of work that takes longer than a moment, and what a removal says it keeps. */
    private static final Pattern NOTES = Pattern.compile("(backing up|restoring) volumes of container \\w+"
            + "|volume \\w+ at /dbdata is kept: \"dbdata\" has it too");

    @TempDir
    Path folder;

    static Stream<String> engines() {
        var named = System.getenv().getOrDefault("DOCKLINE_TEST_ENGINES", "");
        var embedded = "no".equals(System.getenv("DOCKLINE_TEST_EMBEDDED")) ? "" : "embedded";
        return Stream.concat(
                        Stream.of(embedded), Arrays.stream(named.split(",")).map(String::strip))
                .filter(url -> !url.isEmpty())
                .filter(ShippedScriptsTest::hasTheImages);
    }

    static Stream<Arguments> booksOnEngines() throws IOException {
        try (var scripts = Files.list(ROOT.resolve("scripts/book"))) {
            var sorted = scripts.sorted().toList();
            return engines()
                    .flatMap(engine -> sorted.stream().map(script -> Arguments.of(script.getFileName(), engine)));
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void the_tour_tells_the_story_in_order_and_leaves_nothing_twice(String engine) throws Exception {
        for (int time = 1; time <= 2; time++) {
            var run = dockline(engine, "", "scripts/tour.jsh");
            assertThat(run.err().lines()).allMatch(line -> NOTES.matcher(line).matches());
            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .containsSubsequence(
                            "+ dbdata  training/postgres  exited 0",
                            "+ db    training/postgres  running",
                            "+ web   training/webapp    running",
                            "→5000/tcp",
                            "~ db    training/postgres  running",
                            "←web",
                            "DB_PORT_5432_TCP=tcp://",
                            "backup.tar  /dbdata",
                            "PG_VERSION",
                            "Hello world!",
                            "- web")
                    .contains("- db   ", "- dbdata  ")
                    .doesNotContain("broken");
            assertThat(folder).isEmptyDirectory();
        }
        assertLeftNothing(engine, "dockline.tour");
    }

    @ParameterizedTest
    @MethodSource("booksOnEngines")
    void each_section_of_the_book_runs_to_its_end(Path script, String engine) throws Exception {
        var run = dockline(
                engine, "", ROOT.resolve("scripts/book").resolve(script).toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("  + ").contains("  - ");
        assertLeftNothing(engine, "dockline.book");
    }

    private Run dockline(String engine, String input, String script) throws Exception {
        var variables = new TreeMap<>(Map.of("DOCKER_HOST", engine));
        var portsAt = System.getenv("DOCKLINE_PORTS_AT");
        if (portsAt != null && !engine.equals("embedded")) {
            variables.put("DOCKLINE_PORTS_AT", portsAt);
        }
        var file = script.equals("-") ? script : ROOT.resolve(script).toString();
        return Run.process(folder, input, variables, Run.command(file));
    }

    private static void assertLeftNothing(String engine, String label) {
        if (!engine.equals("embedded")) {
            try (var docker = Docker.connect(engine)) {
                assertThat(docker.containers().labelled(label)).isEmpty();
            }
        }
    }

    private static boolean hasTheImages(String engine) {
        if (engine.equals("embedded")) {
            return true;
        }
        try (var docker = Docker.connect(engine)) {
            return Stream.of("busybox", "ubuntu", "training/webapp", "training/postgres")
                    .allMatch(image -> docker.image(image).exists());
        }
    }

    private static Path root() {
        var here = Path.of("").toAbsolutePath();
        return here.endsWith("shell") ? here.getParent() : here;
    }
}
