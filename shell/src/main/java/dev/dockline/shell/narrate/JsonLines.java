package dev.dockline.shell.narrate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.Plan;
import dev.dockline.shell.eval.Output;
import dev.dockline.shell.eval.Piece;
import dev.dockline.state.ContainerState;
import dev.dockline.state.Delta;
import dev.dockline.state.Delta.Change;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Tells machines: each change and each failure as one line of JSON on standard output, which has nothing else on it.
 * Results are for people, and go with all else to standard error. The README has the fields.
 */
public final class JsonLines implements Audience {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Output.Sink sink;
    private final Output output;

    /** Writes lines to the sink's standard output; results go to the output's standard error. */
    public JsonLines(Output.Sink sink, Output output) {
        this.sink = sink;
        this.output = output;
    }

    @Override
    public void changed(Piece piece, List<Delta> deltas) {
        for (var delta : deltas) {
            delta.containers().forEach(change -> {
                var line = line(piece, change, "container", change.latest().name());
                line.put("id", change.latest().id());
                put(line, change.latest());
                write(line);
            });
            delta.volumes()
                    .forEach(change ->
                            write(line(piece, change, "volume", change.latest().name())));
            delta.networks().forEach(change -> {
                var line = line(piece, change, "network", change.latest().name());
                write(line.put("id", change.latest().id()));
            });
        }
    }

    private static void put(ObjectNode line, ContainerState container) {
        line.put("image", container.image()).put("status", container.status());
        if (container.status().equals("exited")) {
            line.put("exitCode", container.exitCode());
        }
        var ports = line.putArray("ports");
        container.ports().forEach(port -> ports.add(port.toString()));
        var mounts = line.putArray("mounts");
        container.mounts().forEach(mount -> mounts.add(mount.toString()));
        var links = line.putArray("links");
        container.links().forEach(link -> links.add(link.target()));
    }

    /** What a script would change: its changes as when they are made, and what only a plan tells. */
    public void planned(String script, Plan plan) {
        var whole = new Piece(script, "", 1, true);
        changed(whole, List.of(plan.delta()));
        plan.replaced()
                .forEach(each -> write(begun(whole).put("plan", "replaces").put("what", each)));
        plan.images().forEach(each -> write(begun(whole).put("plan", "brings").put("image", each)));
        plan.unknown().forEach(each -> write(begun(whole).put("plan", "unknown").put("what", each)));
        plan.lost()
                .forEach((volume, size) -> write(
                        begun(whole).put("plan", "loses").put("volume", volume).put("bytes", size)));
    }

    @Override
    public void shown(Rendering result) {
        output.err().println(result.text().stripTrailing());
    }

    @Override
    public void failed(Complaint complaint) {
        write(begun(complaint.piece())
                .put("error", complaint.kind())
                .put("message", complaint.message())
                .put("text", complaint.text()));
    }

    /** The last line: how all of it ended. */
    public void ended(int exitCode) {
        write(JSON.createObjectNode().put("time", Instant.now().toString()).put("exit", exitCode));
    }

    private static ObjectNode line(Piece piece, Change<?> change, String kind, String name) {
        var word = change.before() == null ? "added" : change.after() == null ? "removed" : "changed";
        return begun(piece).put("change", word).put("kind", kind).put("name", name);
    }

    private static ObjectNode begun(Piece piece) {
        return JSON.createObjectNode()
                .put("time", Instant.now().toString())
                .put("file", piece.origin())
                .put("line", piece.line());
    }

    private void write(ObjectNode line) {
        output.drain();
        sink.out((line + "\n").getBytes(StandardCharsets.UTF_8));
        sink.flush();
    }
}
