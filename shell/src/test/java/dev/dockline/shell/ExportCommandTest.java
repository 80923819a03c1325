package dev.dockline.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on an engine, or in a Compose file, as a script that makes it. */
class ExportCommandTest {
    private static final String TOLD = "for (var c : containers()) System.out.println(c.asCode());"
            + "for (var v : volumes()) System.out.println(v);for (var n : networks()) System.out.println(n.name());";

    @TempDir
    Path folder;

    private Run on(String engine, String... arguments) throws Exception {
        var all = new java.util.ArrayList<>(java.util.List.of("--quiet", "--engine", "embedded:" + engine));
        all.addAll(java.util.List.of(arguments));
        return Run.dockline(folder, "", all.toArray(String[]::new));
    }

    @Test
    void the_world_that_is_exported_is_made_again_elsewhere() throws Exception {
        Files.writeString(folder.resolve("world.jsh"), """
                network("lab").create();
                var dbdata = container("dbdata").image("training/postgres").volume("/dbdata").create();
                var db = container("db").image("training/postgres").volumesFrom(dbdata).create();
                var web = container("web").image("training/webapp").publish(5000).link(db, "db").env("PRICE", "5$ \\"x\\"").create();
                container("box").image("busybox").volume("data", "/data").network("lab").alias("b").create();
                """);
        assertThat(on("first", "world.jsh").exitCode()).isZero();
        var exported = Run.dockline(folder, "", "export", "--engine", "embedded:first");
        assertThat(exported.err()).isEmpty();
        Files.writeString(folder.resolve("again.jsh"), exported.out());
        var again = on("second", "again.jsh");
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(on("second", "-e", TOLD).out().lines().map(ExportCommandTest::anonymous))
                .containsExactlyInAnyOrderElementsOf(on("first", "-e", TOLD)
                        .out()
                        .lines()
                        .map(ExportCommandTest::anonymous)
                        .toList())
                .anyMatch(line -> line.contains(".link(\"db\", \"db\")") || line.contains(".link(\"db\")"));
    }

    private static String anonymous(String line) {
        return line.replaceAll("[0-9a-f]{64}", "ID");
    }

    @Test
    void a_compose_file_becomes_a_script() throws Exception {
        Files.writeString(folder.resolve("compose.yaml"), """
                name: shop
                services:
                  web: {image: training/webapp, ports: ["5000"], depends_on: [db]}
                  db: {image: training/postgres}
                """);
        var run = Run.dockline(folder, "", "convert", "compose.yaml", "shop.jsh");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(folder.resolve("shop.jsh")).hasContent("""
                network("shop_default").create();
                container("db").image("training/postgres").network("shop_default").alias("db").up();
                container("web").image("training/webapp").publish(5000).network("shop_default").alias("web").up();
                """);
        Files.writeString(folder.resolve("bad.yaml"), "services: {web: {build: .}}\n");
        var refused = Run.dockline(folder, "", "convert", "bad.yaml", "bad.jsh");
        assertThat(refused.err()).contains("Cannot read \"bad.yaml\": service web is built by it");
        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(folder.resolve("bad.jsh")).doesNotExist();
    }
}
