package dev.dockline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lines for the shell, with what busybox prints and how it ends: {@code shell/lines.txt}. The embedded engine's shell does
 * the same, but for what {@code shell/differences.txt} lists, with the reason of each.
 */
class ShellLinesTest extends EngineContract {
    private static final String EACH = """
            mkdir -p /out
            for f in /lines/*; do
              n=${f##*/}
              rm -rf /w; mkdir /w; cd /w
              sh -c "$(cat $f)" > /out/$n 2>&1 < /dev/null
              echo "= $?" >> /out/$n
            done
            """;

    @TempDir
    Path folder;

    @Test
    void lines_print_and_end_as_they_do_in_busybox() throws Exception {
        var expected = read("lines.txt");
        if (engine.isEmbedded()) expected.putAll(read("differences.txt"));
        assertThat(expected.size()).isGreaterThan(300);
        var different = new LinkedHashMap<String, String>();
        run(expected).forEach((line, seen) -> {
            if (!seen.equals(expected.get(line))) different.put(line, seen);
        });
        assertThat(different).isEmpty();
    }

    @Test
    void each_difference_is_one() throws IOException {
        var lines = read("lines.txt");
        read("differences.txt")
                .forEach((line, seen) -> assertThat(seen).as(line).isNotEqualTo(lines.get(line)));
    }

    private Map<String, String> run(Map<String, String> lines) throws IOException {
        var given = Files.createDirectory(folder.resolve("lines"));
        var names = new LinkedHashMap<String, String>();
        for (var line : lines.keySet()) {
            names.put(line, "%03d".formatted(names.size()));
            Files.writeString(given.resolve(names.get(line)), line);
        }
        var script = Files.writeString(folder.resolve("each"), EACH);
        var box = container("lines").image("busybox").run("sleep", "600");
        box.copyTo(given.toString(), "/");
        box.copyTo(script.toString(), "/");
        box.exec("sh", "/each");
        box.copyFrom("/out", folder.toString());
        var seen = new LinkedHashMap<String, String>();
        for (var line : lines.keySet())
            seen.put(
                    line,
                    Files.readString(folder.resolve("out").resolve(names.get(line)), StandardCharsets.ISO_8859_1));
        return seen;
    }

    /** Each line behind a dollar sign, then what is printed, and the exit code; a comment says why. */
    private static Map<String, String> read(String name) throws IOException {
        try (var in = ShellLinesTest.class.getResourceAsStream("/shell/" + name)) {
            var all = new LinkedHashMap<String, String>();
            for (var block : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^\\$ ")) {
                if (block.isEmpty()) continue;
                var end = block.indexOf('\n');
                var seen = block.substring(end + 1).replaceFirst("^# .*\n", "");
                all.put(
                        block.substring(0, end),
                        new String(seen.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
            }
            return all;
        }
    }
}
