package dev.dockline.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockline.Docker;
import dev.dockline.Dockline;
import dev.dockline.shell.OnSharedEngines;
import dev.dockline.shell.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The world of the tour, exported, wiped, and made again by the script that the export is. */
class ExportedWorldTest extends OnSharedEngines {
    private static final String WORLD = """
            var dbdata = container("tour-dbdata").image("training/postgres").volume("/dbdata").run("echo", "Data-only");
            dbdata.awaitExit();
            var db = container("tour-db").image("training/postgres").volumesFrom(dbdata).env("PGDATA", "/dbdata/main")
                .readyOnLog("ready to accept connections").run();
            container("tour-web").image("training/webapp").publish(5000).link(db, "db").run("python", "app.py");
            container("tour-dbdata2").image("busybox").volume("/dbdata").create();
            """;
    private static final List<String> NAMES = List.of("tour-dbdata2", "tour-web", "tour-db", "tour-dbdata");

    @TempDir
    Path folder;

    static List<String> engines() {
        var named = System.getenv().getOrDefault("DOCKLINE_TEST_ENGINES", "");
        return Stream.concat(Stream.of("embedded"), Arrays.stream(named.split(",")))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void is_the_same_world(String engine) throws Exception {
        var url = engine.equals("embedded") ? "embedded:" + folder.resolve("state") : engine;
        wipe(url);
        try {
            script(url, WORLD);
            var before = told(url);
            var exported = Run.process(folder, "", Map.of(), Run.command("export", "--engine", url));
            assertThat(exported.exitCode()).as(exported.err()).isZero();
            wipe(url);
            assertThat(told(url)).isEmpty();
            script(url, exported.out());
            assertThat(told(url)).isEqualTo(before).hasSize(NAMES.size());
            assertThat(exported.out()).contains("\"Data-only\").create(); // it ran, and exited (0)");
        } finally {
            wipe(url);
        }
    }

    private void script(String url, String text) throws Exception {
        var file = Files.writeString(folder.resolve("script.jsh"), text);
        var run = Run.process(folder, "", Map.of(), Run.command("--quiet", "--engine", url, file.toString()));
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private static void wipe(String url) {
        try (var docker = Docker.connect(url)) {
            for (var name : NAMES) {
                docker.containers().named(name).removeWithVolumes(Dockline.FORCE);
            }
        }
    }

    /** How each would be declared, and whether it runs; what has ended need not run again. */
    private static List<String> told(String url) {
        try (var docker = Docker.connect(url)) {
            var told = new ArrayList<String>();
            for (var name : NAMES) {
                for (var container : docker.containers().named(name)) {
                    told.add(container.asCode().replaceFirst("\\.\\w+\\(\\)$", "") + " "
                            + container.state().running());
                }
            }
            return told;
        }
    }
}
