package dev.dockline.shell.notebook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts outputs and counts into the text of a notebook, and leaves every other byte of it as it is. */
final class Rewriting {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a cell put out, and its number. */
    record Ran(int count, JsonNode outputs) {}

    private record Span(int start, int end) {}

    private final String text;
    private final String lineEnd;
    private final String unit;

    Rewriting(String text) {
        this.text = text;
        this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        this.unit = text.contains("\n") ? unit(text) : "";
    }

    // What stands before the first key, which is one level deep.
    private static String unit(String text) {
        var key = text.indexOf('"');
        var line = text.lastIndexOf('\n', key) + 1;
        return text.substring(line, key).isBlank() ? text.substring(line, key) : " ";
    }

    /** The text with what the cells of these indexes put out. */
    String with(Map<Integer, Ran> ran) throws IOException {
        var result = new StringBuilder();
        var done = 0;
        for (var change : changes(ran)) {
            result.append(text, done, change.span.start).append(change.text);
            done = change.span.end;
        }
        return result.append(text.substring(done)).toString();
    }

    private record Replacement(Span span, String text) {}

    private List<Replacement> changes(Map<Integer, Ran> ran) throws IOException {
        var all = new ArrayList<Replacement>();
        for (var spans : spans()) {
            var cell = ran.get(spans.cell);
            if (cell != null) {
                var outputs = spans.values.get("outputs");
                var count = spans.values.get("execution_count");
                if (outputs == null || count == null) {
                    throw new IOException("cell " + (spans.cell + 1) + " has no outputs or no execution_count");
                }
                all.add(new Replacement(outputs, printed(cell.outputs, outputs.start)));
                all.add(new Replacement(count, String.valueOf(cell.count)));
            }
        }
        all.sort((one, other) -> Integer.compare(one.span.start, other.span.start));
        return all;
    }

    private record Spans(int cell, Map<String, Span> values) {}

    private List<Spans> spans() throws IOException {
        var all = new ArrayList<Spans>();
        var offset = text.startsWith("\ufeff") ? 1 : 0;
        try (var parser = new JsonFactory().createParser(text.substring(offset))) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var cells = parser.currentName().equals("cells");
                parser.nextToken();
                if (!cells) {
                    parser.skipChildren();
                    continue;
                }
                for (var index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                    all.add(new Spans(index, cell(parser, offset)));
                }
            }
        }
        return all;
    }

    private static Map<String, Span> cell(JsonParser parser, int offset) throws IOException {
        var values = new HashMap<String, Span>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            var start = (int) parser.currentTokenLocation().getCharOffset();
            parser.skipChildren();
            // Of a number or a word the parser knows where it began only.
            var scalar = parser.currentToken().isScalarValue();
            var end = scalar
                    ? start + parser.getText().length()
                    : (int) parser.currentLocation().getCharOffset();
            values.put(name, new Span(offset + start, offset + end));
        }
        return values;
    }

    private String printed(JsonNode outputs, int at) throws IOException {
        if (unit.isEmpty()) {
            return JSON.writeValueAsString(outputs);
        }
        var line = text.lastIndexOf('\n', at) + 1;
        var margin = text.substring(line, at).replaceFirst("\\S[\\s\\S]*$", "");
        return Percent.pretty(outputs, unit, "\n").replace("\n", lineEnd + margin);
    }
}
