package dev.dockline.shell.notebook;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A notebook as a script and back: before each cell a line {@code // %%} that says what it is, text as comments. Code
 * and text come back as they were.
 */
final class Percent {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern MARK = Pattern.compile("// %%(?: \\[(\\w+)\\])?");
    private static final String ESCAPED = "// %%%";

    private Percent() {}

    /** The script of a notebook. */
    static String script(Notebook notebook) {
        var own = notebook.metadata().path("dockline");
        var script = new StringBuilder(own.path("head").asText());
        var cells = notebook.cells();
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            if (i > 0 || !cell.isCode() || !own.path("unmarked").asBoolean()) {
                script.append("// %%")
                        .append(cell.isCode() ? "" : " [" + cell.type() + "]")
                        .append('\n');
            }
            for (var line : cell.source().split("\n", -1)) {
                script.append(written(cell, line)).append('\n');
            }
            script.append(i < cells.size() - 1 ? "\n" : "");
        }
        return script.toString();
    }

    private static String written(Cell cell, String line) {
        var text = cell.isCode() ? line : line.isEmpty() ? "//" : "// " + line;
        var looksLikeMark = MARK.matcher(text).matches() || text.startsWith(ESCAPED);
        return looksLikeMark ? text.replaceFirst("%", "%%") : text;
    }

    /** The notebook of a script; what stands before the first mark is a cell of code. */
    static String notebook(String script) throws IOException {
        var lines = new ArrayList<>(List.of(script.split("\n", -1)));
        if (script.endsWith("\n")) {
            lines.remove(lines.size() - 1);
        }
        var head = !lines.isEmpty() && lines.get(0).startsWith("#!") ? lines.remove(0) + "\n" : "";
        var unmarked = !lines.isEmpty() && !MARK.matcher(lines.get(0)).matches();
        return json(cells(lines), head, unmarked);
    }

    private static List<Cell> cells(List<String> lines) {
        var cells = new ArrayList<Cell>();
        var type = "code";
        var source = new ArrayList<String>();
        var begun = false;
        for (var line : lines) {
            var mark = MARK.matcher(line);
            if (mark.matches()) {
                if (begun) {
                    // The empty line before a mark is its own.
                    var separated =
                            !source.isEmpty() && source.get(source.size() - 1).isEmpty();
                    cells.add(cell(type, separated ? source.subList(0, source.size() - 1) : source));
                }
                type = mark.group(1) == null ? "code" : mark.group(1);
                source = new ArrayList<>();
            } else {
                source.add(line);
            }
            begun = true;
        }
        if (begun) {
            cells.add(cell(type, source));
        }
        return cells;
    }

    private static Cell cell(String type, List<String> lines) {
        var code = type.equals("code");
        return new Cell(
                type,
                lines.stream()
                        .map(line -> line.startsWith(ESCAPED) ? line.replaceFirst("%", "") : line)
                        .map(line -> code ? line : line.replaceFirst("^// ?", ""))
                        .reduce((one, next) -> one + "\n" + next)
                        .orElse(""));
    }

    static String json(List<Cell> cells, String head, boolean unmarked) throws IOException {
        var tree = JSON.createObjectNode();
        var list = tree.putArray("cells");
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            var node = list.addObject().put("cell_type", cell.type());
            if (cell.isCode()) {
                node.putNull("execution_count");
            }
            node.put("id", "cell-" + (i + 1)).putObject("metadata");
            if (cell.isCode()) {
                node.putArray("outputs");
            }
            var source = node.putArray("source");
            for (var line : cell.source().split("(?<=\n)")) {
                source.add(line);
            }
        }
        var metadata = tree.putObject("metadata");
        if (!head.isEmpty() || unmarked) {
            metadata.putObject("dockline").put("head", head).put("unmarked", unmarked);
        }
        metadata.putObject("kernelspec")
                .put("display_name", "Dockline")
                .put("language", "java")
                .put("name", "dockline");
        metadata.putObject("language_info")
                .put("codemirror_mode", "text/x-java")
                .put("file_extension", ".jsh")
                .put("mimetype", "text/x-java-source")
                .put("name", "java")
                .put("pygments_lexer", "java");
        tree.put("nbformat", 4).put("nbformat_minor", 5);
        return pretty(tree, " ", "\n") + "\n";
    }

    /** JSON as notebooks have it: each value on a line of its own. */
    static String pretty(JsonNode tree, String unit, String lineEnd) throws IOException {
        var printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withArrayEmptySeparator("")
                        .withObjectEmptySeparator(""))
                .withObjectIndenter(new DefaultIndenter(unit, lineEnd))
                .withArrayIndenter(new DefaultIndenter(unit, lineEnd));
        return JSON.writer(printer).writeValueAsString(tree);
    }
}
