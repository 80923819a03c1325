package dev.dockline.shell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole session as it stands on a screen; {@code -Ddockline.golden=write} writes the files anew, to be read. */
class GoldenScreensTest extends PromptStory {
    private static final List<String> LINES = List.of(
            "var data = container(\"dbdata\").image(\"training/postgres\").volume(\"/dbdata\").create(\"echo\", \"数据卷\")",
            "var db = container(\"db\").image(\"training/postgres\").volumesFrom(data).run()",
            "var web = container(\"web\").image(\"training/webapp\").publish(5000).link(db, \"db\").run()",
            "containers()",
            "topology()",
            "for (var i = 1; i <= 3; i++) container(\"worker\" + i).image(\"busybox\").create()",
            "container(\"worker3\").image(\"busybox\").create()",
            "web.publish(6000)",
            "container(\"new\").image(\"busybox\").publish(80).volume(\"data\", \"/data\")",
            "Map.of(\"键\", List.of(1, 2, 3))",
            "web.mounts()",
            "container(\"web\").sotp()",
            "db.rename(\"database\")",
            "containers().named(\"worker*\").remove()",
            "web.remove(FORCE)",
            "\"容器 \".repeat(25)",
            "networks()");

    @ParameterizedTest
    @CsvSource({"80", "200"})
    void is_as_it_was(int columns) throws Exception {
        width = columns;
        height = 160;
        var file = Path.of("src/test/resources/screens/" + columns + ".txt");
        try (var screen = embedded()) {
            for (var line : LINES) {
                var prompts = screen.text().split(EMBEDDED, -1).length;
                screen.line(line);
                screen.await(text -> text.endsWith("\n" + EMBEDDED) && text.split(EMBEDDED, -1).length > prompts);
                // The names that are nearly right come from events.
                Thread.sleep(200);
            }
            var text = normal(screen.text()) + "\n";
            if ("write".equals(System.getProperty("dockline.golden"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(text).isEqualTo(Files.readString(file));
        }
    }

    // Ids are random, and a second may pass anywhere.
    private static String normal(String text) {
        return text.replaceAll("(?<![0-9a-f])[0-9a-f]{12}(?![0-9a-f])", "0123456789ab")
                .replaceAll("(running|exited [0-9]+) [0-9]s", "$1 0s");
    }
}
