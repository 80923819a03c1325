package dev.dockline.shell.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A notebook file of format 4: its cells, and its text as it stands. */
final class Notebook {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final String text;
    private final JsonNode tree;

    private Notebook(String name, String text, JsonNode tree) {
        this.name = name;
        this.text = text;
        this.tree = tree;
    }

    /** Reads a file; the exception's message is a sentence for the user. */
    static Notebook read(String name) throws IOException {
        try {
            return parse(name, Files.readString(Path.of(name)));
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file " + name + ".", e);
        } catch (MalformedInputException e) {
            throw new IOException("The file " + name + " is not UTF-8 text.", e);
        }
    }

    static Notebook parse(String name, String text) throws IOException {
        try {
            var tree = JSON.readTree(text.startsWith("\ufeff") ? text.substring(1) : text);
            if (tree == null || !tree.path("nbformat").isInt() || !tree.has("cells") && !tree.has("worksheets")) {
                throw new IOException("The file " + name + " is no notebook: it has no nbformat or no cells.");
            } else if (tree.path("nbformat").asInt() != 4) {
                throw new IOException("The file " + name + " has notebook format "
                        + tree.path("nbformat").asInt()
                        + ", and format 4 is needed.\nTry: jupyter nbconvert --to notebook --inplace " + name);
            }
            return new Notebook(name, text, tree);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            var place = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
            throw new IOException(
                    "The file " + name + " is no notebook; " + name + place + ": " + e.getOriginalMessage(), e);
        }
    }

    String name() {
        return name;
    }

    /** The whole file as it was read. */
    String text() {
        return text;
    }

    JsonNode metadata() {
        return tree.path("metadata");
    }

    List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        for (var cell : tree.path("cells")) {
            cells.add(new Cell(cell.path("cell_type").asText(), joined(cell.path("source"))));
        }
        return cells;
    }

    /** A text that may stand in one string or in one for each line. */
    static String joined(JsonNode source) {
        if (!source.isArray()) {
            return source.asText();
        }
        var text = new StringBuilder();
        source.forEach(line -> text.append(line.asText()));
        return text.toString();
    }
}
