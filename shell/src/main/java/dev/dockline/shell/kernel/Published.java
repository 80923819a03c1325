package dev.dockline.shell.kernel;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.shell.narrate.Complaint;
import dev.dockline.shell.narrate.Rendering;
import dev.dockline.shell.notebook.CellOutputs;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Publishes what a cell puts out. */
final class Published implements CellOutputs {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sockets sockets;
    private final Message request;
    private final int count;
    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    private volatile Complaint failure;

    Published(Sockets sockets, Message request, int count) {
        this.sockets = sockets;
        this.request = request;
        this.count = count;
    }

    @Override
    public void stream(String name, String text) {
        sockets.publish(
                request, "stream", JSON.createObjectNode().put("name", name).put("text", text));
    }

    @Override
    public void display(Rendering shown) {
        sockets.publish(request, "display_data", data(shown));
    }

    @Override
    public void result(Rendering result) {
        sockets.publish(request, "execute_result", data(result).put("execution_count", count));
    }

    private static ObjectNode data(Rendering shown) {
        var content = JSON.createObjectNode();
        var data = content.putObject("data").put("text/plain", shown.text().stripTrailing());
        var html = shown.html().get();
        if (!html.isEmpty()) {
            data.put("text/html", html);
        }
        content.putObject("metadata");
        return content;
    }

    @Override
    public void progress(String id, String text) {
        var content = data(new Rendering(text, () -> ""));
        content.putObject("transient").put("display_id", id);
        sockets.publish(request, begun.add(id) ? "display_data" : "update_display_data", content);
    }

    @Override
    public void error(Complaint complaint) {
        failure = complaint;
        sockets.publish(request, "error", error(JSON.createObjectNode(), complaint));
    }

    /** Why the cell failed, or null. */
    Complaint failure() {
        return failure;
    }

    static ObjectNode error(ObjectNode content, Complaint complaint) {
        content.put("ename", complaint.kind()).put("evalue", complaint.message());
        var traceback = content.putArray("traceback");
        complaint.text().lines().forEach(traceback::add);
        return content;
    }
}
