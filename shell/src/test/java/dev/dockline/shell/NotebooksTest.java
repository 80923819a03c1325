package dev.dockline.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notebooks from outside: run, saved, converted, refused. */
class NotebooksTest {
    private static final String NOTEBOOK = """
            {
             "cells": [
              {
               "cell_type": "markdown",
               "id": "a",
               "metadata": {},
               "source": "Text \\u00e9"
              },
              {
               "cell_type": "code",
               "execution_count": null,
               "id": "b",
               "metadata": {"x":   1},
               "outputs": [],
               "source": [
                "System.out.println(\\"漢\\");\\n",
                "1 + 1\\n",
                "2 + 2"
               ]
              },
              {
               "cell_type": "strange",
               "source": "nobody knows"
              },
              {
               "cell_type": "code",
               "execution_count": 17,
               "id": "c",
               "metadata": {},
               "outputs": [
                {
                 "name": "stdout",
                 "output_type": "stream",
                 "text": "old"
                }
               ],
               "source": "var web = container(\\"web\\").image(\\"training/webapp\\")\\n\\n\\n.run();"
              }
             ],
             "metadata": {  },
             "nbformat": 4, "nbformat_minor": 5
            }
            """;

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Run dockline(String... arguments) throws Exception {
        return Run.dockline(folder, "", arguments);
    }

    @Test
    void it_runs_all_cells_and_says_which() throws Exception {
        var file = file("n.ipynb", NOTEBOOK);
        var run = dockline("--engine", "embedded", "n.ipynb");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualTo("[1] System.out.println(\"漢\");\n漢\n2\n4\n"
                        + "[2] var web = container(\"web\").image(\"training/webapp\")\n"
                        + "    NAME  IMAGE            STATE       PORTS\n"
                        + "  + web   training/webapp  running 0s  5000/tcp\n");
        assertThat(file).hasContent(NOTEBOOK);
    }

    @Test
    void saved_outputs_stand_in_the_file_and_all_else_is_as_it_was() throws Exception {
        var file = file("n.ipynb", NOTEBOOK);
        assertThat(dockline("--engine", "embedded", "--save", "n.ipynb").exitCode())
                .isZero();
        var saved = Files.readString(file);
        var counted = NOTEBOOK.replace("null", "1").replace("17", "2");
        var first = counted.indexOf("[],");
        var second = counted.indexOf("[\n    {\n     \"name\": \"stdout\"");
        assertThat(saved)
                .startsWith(counted.substring(0, first))
                .contains(counted.substring(first + 2, second))
                .endsWith(counted.substring(counted.indexOf(",\n   \"source\": \"var web")));
        var cells = new ObjectMapper().readTree(saved).path("cells");
        assertThat(cells.get(1).path("outputs").toString())
                .isEqualTo("[{\"name\":\"stdout\",\"output_type\":\"stream\",\"text\":[\"漢\\n\"]},"
                        + "{\"data\":{\"text/plain\":[\"2\"]},\"metadata\":{},\"output_type\":\"display_data\"},"
                        + "{\"data\":{\"text/plain\":[\"4\"]},\"execution_count\":1,\"metadata\":{},"
                        + "\"output_type\":\"execute_result\"}]");
        assertThat(cells.get(3).at("/outputs/0/data/text~1html/0").asText()).contains("<table>", "<td>web</td>");
        assertThat(dockline("--engine", "embedded", "--save", "n.ipynb").exitCode())
                .isZero();
        assertThat(file).hasContent(saved);
    }

    @Test
    void a_cell_that_fails_is_named_and_the_last_to_run() throws Exception {
        var file = file("n.ipynb", NOTEBOOK.replace("1 + 1", "nosuch"));
        var run = dockline("--save", "n.ipynb");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).doesNotContain("[2]");
        assertThat(run.err()).startsWith("n.ipynb, cell 2:2: cannot find symbol: variable nosuch\n");
        var saved = new ObjectMapper().readTree(file.toFile()).path("cells");
        assertThat(saved.get(1).at("/outputs/1/ename").asText()).isEqualTo("DoesNotCompile");
        assertThat(saved.get(3).at("/outputs/0/text").asText()).isEqualTo("old");
    }

    @Test
    void windows_line_ends_and_a_file_on_one_line_stay_what_they_are() throws Exception {
        var windows = file("w.ipynb", NOTEBOOK.replace("\n", "\r\n"));
        assertThat(dockline("--engine", "embedded", "--save", "w.ipynb").exitCode())
                .isZero();
        assertThat(Files.readString(windows).replace("\r\n", "")).doesNotContain("\n");
        var line = file("l.ipynb", new ObjectMapper().readTree(NOTEBOOK).toString());
        assertThat(dockline("--engine", "embedded", "--save", "l.ipynb").exitCode())
                .isZero();
        assertThat(Files.readString(line)).doesNotContain("\n").contains("execute_result");
    }

    @Test
    void what_is_no_notebook_is_said_to_be_none() throws Exception {
        file("broken.ipynb", "{\"cells\": [\n  {]}");
        assertThat(dockline("broken.ipynb").err()).startsWith("The file broken.ipynb is no notebook; broken.ipynb:2:");
        file("three.ipynb", "{\"nbformat\": 3, \"worksheets\": []}");
        assertThat(dockline("three.ipynb"))
                .matches(run -> run.exitCode() == 2)
                .extracting(Run::err)
                .asString()
                .startsWith("The file three.ipynb has notebook format 3, and format 4 is needed.\n"
                        + "Try: jupyter nbconvert --to notebook --inplace three.ipynb\n");
        file("other.ipynb", "[]");
        assertThat(dockline("other.ipynb").err())
                .startsWith("The file other.ipynb is no notebook: it has no nbformat or no cells.\n");
        assertThat(dockline("nowhere.ipynb").err()).startsWith("There is no file nowhere.ipynb.\n");
    }

    @Test
    void huge_output_is_cut_in_the_file() throws Exception {
        var file =
                file("n.ipynb", NOTEBOOK.replace("1 + 1", "for (int i = 0; i < 300_000; i++) System.out.println(i);"));
        assertThat(dockline("--engine", "embedded", "--save", "n.ipynb").exitCode())
                .isZero();
        assertThat(Files.size(file)).isBetween(1_000_000L, 6_000_000L);
        assertThat(Files.readString(file))
                .contains("... the rest is not kept: there was more than 1,000,000 characters");
    }

    @Test
    void converted_to_a_script_that_runs_and_back() throws Exception {
        file("n.ipynb", NOTEBOOK.replace("strange", "raw"));
        assertThat(dockline("convert", "n.ipynb", "n.jsh")).isEqualTo(new Run(0, "", ""));
        assertThat(dockline("--engine", "embedded", "n.jsh").out()).startsWith("漢\n2\n4\n");
        assertThat(dockline("convert", "n.jsh", "back.ipynb")).isEqualTo(new Run(0, "", ""));
        assertThat(dockline("convert", "back.ipynb", "back.jsh")).isEqualTo(new Run(0, "", ""));
        assertThat(folder.resolve("back.jsh")).hasSameTextualContentAs(folder.resolve("n.jsh"));
        assertThat(dockline("convert", "n.jsh", "back.ipynb").err())
                .startsWith("The file back.ipynb is there already.\n");
    }
}
