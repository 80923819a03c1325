package dev.dockline.shell.notebook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.shell.narrate.Complaint;
import dev.dockline.shell.narrate.Rendering;
import java.util.Locale;

/** Keeps what a cell puts out, in the form of a notebook's file. */
final class RecordedOutputs implements CellOutputs {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int count;
    private final int most;
    private final ArrayNode outputs = JSON.createArrayNode();
    private final StringBuilder streamed = new StringBuilder();
    private String stream = "";
    private int kept;

    /** Takes the number of the cell, and how many characters of what it prints are kept. */
    RecordedOutputs(int count, int most) {
        this.count = count;
        this.most = most;
    }

    /** How many characters were kept. */
    int kept() {
        return Math.min(kept, most);
    }

    @Override
    public void stream(String name, String text) {
        if (!stream.equals(name)) {
            endStream();
            stream = name;
        }
        var room = Math.max(0, most - kept);
        streamed.append(text, 0, Math.min(room, text.length()));
        if (kept <= most && text.length() > room) {
            streamed.append(String.format(
                    Locale.ROOT, "\n... the rest is not kept: there was more than %,d characters\n", most));
        }
        kept = (int) Math.min(kept + (long) text.length(), most + 1L);
    }

    private void endStream() {
        if (!streamed.isEmpty()) {
            var output = outputs.addObject().put("name", stream).put("output_type", "stream");
            lines(output.putArray("text"), streamed.toString());
        }
        streamed.setLength(0);
        stream = "";
    }

    @Override
    public void display(Rendering shown) {
        endStream();
        var output = outputs.addObject();
        data(output, shown);
        output.putObject("metadata");
        output.put("output_type", "display_data");
    }

    @Override
    public void result(Rendering result) {
        endStream();
        var output = outputs.addObject();
        data(output, result);
        output.put("execution_count", count);
        output.putObject("metadata");
        output.put("output_type", "execute_result");
    }

    private static void data(ObjectNode output, Rendering shown) {
        var data = output.putObject("data");
        var html = shown.html().get();
        if (!html.isEmpty()) {
            lines(data.putArray("text/html"), html);
        }
        lines(data.putArray("text/plain"), shown.text().stripTrailing());
    }

    @Override
    public void error(Complaint complaint) {
        endStream();
        var output = outputs.addObject()
                .put("ename", complaint.kind())
                .put("evalue", complaint.message())
                .put("output_type", "error");
        var traceback = output.putArray("traceback");
        complaint.text().lines().forEach(traceback::add);
    }

    /** All of it, each text as a list of lines. */
    ArrayNode all() {
        endStream();
        return outputs;
    }

    private static void lines(ArrayNode array, String text) {
        for (var start = 0; start < text.length(); ) {
            var end = text.indexOf('\n', start) + 1;
            array.add(text.substring(start, end == 0 ? text.length() : end));
            start = end == 0 ? text.length() : end;
        }
    }
}
