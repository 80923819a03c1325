package dev.dockline.shell.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PercentTest {
    private static String script(String notebook) throws Exception {
        return Percent.script(Notebook.parse("n.ipynb", notebook));
    }

    @Test
    void a_script_of_cells_and_back() throws Exception {
        var script = """
                #!/usr/bin/env dockline
                // %% [markdown]
                // # Title
                //
                // Text.

                // %%
                var a = 1;

                int b = 2;
                """;
        var notebook = Percent.notebook(script);
        assertThat(Notebook.parse("n", notebook).cells())
                .containsExactly(
                        new Cell("markdown", "# Title\n\nText."), new Cell("code", "var a = 1;\n\nint b = 2;"));
        assertThat(script(notebook)).isEqualTo(script);
    }

    @Test
    void a_script_without_marks_is_one_cell() throws Exception {
        var script = "// A comment.\nvar a = 1;\n\n// %% not a mark\na\n";
        assertThat(Notebook.parse("n", Percent.notebook(script)).cells()).hasSize(1);
        assertThat(script(Percent.notebook(script))).isEqualTo(script);
    }

    @Test
    void code_and_text_come_back_whatever_they_are() throws Exception {
        var lines = List.of(
                "", " ", "// %%", "// %% [markdown]", "// %%%", "// %%%%", "%%", "%% [raw]", "// a", "a", "//", "\t");
        var random = new Random(7);
        for (var round = 0; round < 300; round++) {
            var cells = random.ints(1 + random.nextInt(4), 0, 3)
                    .mapToObj(type -> new Cell(
                            List.of("code", "markdown", "raw").get(type),
                            String.join(
                                    "\n",
                                    random.ints(random.nextInt(4), 0, lines.size())
                                            .mapToObj(lines::get)
                                            .toList())))
                    .toList();
            var script = script(Percent.json(cells, "", false));
            assertThat(Notebook.parse("n", Percent.notebook(script)).cells()).isEqualTo(cells);
            assertThat(script(Percent.notebook(script))).isEqualTo(script);
        }
    }
}
