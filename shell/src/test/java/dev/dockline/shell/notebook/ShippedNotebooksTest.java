package dev.dockline.shell.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.shell.OnSharedEngines;
import dev.dockline.shell.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every notebook that is shipped: its form, and that its cells give what is stored in it. */
class ShippedNotebooksTest extends OnSharedEngines {
    private static final Path ROOT = root();

    @TempDir
    Path folder;

    static Stream<Path> notebooks() throws IOException {
        try (var files = Files.list(ROOT.resolve("notebooks"))) {
            return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList().stream();
        }
    }

    /** Each run tries two of them on real engines, whose cells are the scripts'; -Ddockline.notebooks=all tries all. */
    static Stream<Path> someNotebooks() throws IOException {
        var all = new ArrayList<>(notebooks().toList());
        Collections.shuffle(all);
        return all.stream().limit("all".equals(System.getProperty("dockline.notebooks")) ? all.size() : 2);
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void its_cells_give_what_is_stored(Path file) throws Exception {
        var copy = copy(file);
        var run = Run.process(folder, "", Map.of(), Run.command("--engine", "embedded", "--save", copy.toString()));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(normal(copy)).isEqualTo(normal(file));
    }

    @ParameterizedTest
    @MethodSource("someNotebooks")
    void its_cells_run_on_real_engines(Path file) throws Exception {
        var engines = System.getenv().getOrDefault("DOCKLINE_TEST_ENGINES", "");
        for (var engine :
                Arrays.stream(engines.split(",")).filter(url -> !url.isBlank()).toList()) {
            var run = Run.process(
                    folder,
                    "",
                    Map.of(),
                    Run.command("--engine", engine.strip(), copy(file).toString()));
            assertThat(run.exitCode()).as(run.err()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void its_form_is_that_of_nbformat_4_5(Path file) throws Exception {
        var tree = new ObjectMapper().readTree(file.toFile());
        assertThat(tree.path("nbformat").asInt()).isEqualTo(4);
        assertThat(tree.path("nbformat_minor").asInt()).isEqualTo(5);
        assertThat(tree.at("/metadata/kernelspec/name").asText()).isEqualTo("dockline");
        assertThat(tree.path("cells").findValuesAsText("id"))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-zA-Z0-9_-]{1,64}"));
        for (var cell : tree.path("cells")) {
            assertThat(cell.path("cell_type").asText()).isIn("code", "markdown");
            assertThat(cell.path("metadata").isObject()).isTrue();
            assertThat(cell.path("source").isArray()).isTrue();
            assertThat(cell.has("outputs"))
                    .isEqualTo(cell.path("cell_type").asText().equals("code"));
        }
    }

    private Path copy(Path file) throws IOException {
        return Files.copy(
                file, folder.resolve(file.getFileName().toString()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** Its outputs, without what is another each time, and without HTML, which follows the text. */
    private static String normal(Path file) throws IOException {
        var tree = new ObjectMapper().readTree(file.toFile());
        for (var cell : tree.path("cells")) {
            for (var output : cell.path("outputs")) {
                if (output.path("data") instanceof ObjectNode data) {
                    data.remove("text/html");
                }
            }
        }
        return text(tree.path("cells"))
                .replaceAll("[0-9a-f]{64}|(?<![0-9a-f])[0-9a-f]{12}(?![0-9a-f])", "ID")
                .replaceAll("([0-9a-f]{2}:){5}[0-9a-f]{2}", "MAC")
                .replaceAll("127\\.0\\.0\\.1:(3[2-9]|[4-6]\\d)\\d{3}", "127.0.0.1:PORT")
                .replaceAll("/tmp/[\\w./-]+", "/tmp/FILE")
                .replaceAll("\\b\\d+(ms|s|m)\\b", "TIME")
                .replaceAll("\\d+[.,]\\d+ ?m?s", "TIME")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(\\.\\d+Z)?", "DATE")
                .replaceAll("\\d+(\\.\\d+)?k?B", "SIZE")
                .replaceAll("container(\\(\\\\\"|s of )[a-z]+_[a-z]+", "container NAME")
                .replaceAll("\\b[a-z]+_[a-z]+\\b", "NAME")
                .replaceAll(" +", " ");
    }

    private static String text(JsonNode cells) throws IOException {
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(cells);
    }

    private static Path root() {
        var here = Path.of("").toAbsolutePath();
        return here.endsWith("shell") ? here.getParent() : here;
    }
}
