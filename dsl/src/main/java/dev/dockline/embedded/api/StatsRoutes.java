package dev.dockline.embedded.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.runtime.Daemon;
import java.io.IOException;
import java.io.OutputStream;

/**
 * What containers use. Processor time is that of a container's own threads; memory is that of the whole process, in
 * which containers have no share of their own, and is left out.
 */
final class StatsRoutes {
    private static final long NANOS = 1_000_000L;
    private static final int INTERVAL_MILLIS = 1000;

    private final Daemon daemon;

    private StatsRoutes(Daemon daemon) {
        this.daemon = daemon;
    }

    static void add(Router router, Daemon daemon) {
        router.route("GET", "/containers/*/stats", new StatsRoutes(daemon)::stats);
    }

    private Reply stats(Call call) {
        var id = call.segment(0);
        var container = daemon.model().locked(() -> daemon.model().containers().get(id));
        boolean once = call.text("stream").matches("0|false");
        boolean oneSample = call.flag("one-shot");
        return Reply.stream(Reply.JSON, out -> write(container, once, oneSample, out));
    }

    private void write(Container container, boolean once, boolean oneSample, OutputStream out)
            throws IOException, InterruptedException {
        var before = Json.object();
        var now = oneSample || !runs(container) ? Json.object() : processor(container);
        do {
            if (runs(container) && !oneSample) Thread.sleep(INTERVAL_MILLIS);
            before = now;
            now = processor(container);
            out.write(Json.line(sample(container, now, before)));
        } while (!once);
    }

    private boolean runs(Container container) {
        return daemon.model().locked(() -> container.state().running());
    }

    private ObjectNode sample(Container container, ObjectNode now, ObjectNode before) {
        var json = Json.object()
                .put("name", "/" + container.name())
                .put("id", container.id())
                .put("read", Json.time(daemon.model().now()));
        var pids = json.putObject("pids_stats");
        if (runs(container))
            pids.put("current", daemon.processes(container).list().size());
        json.putObject("blkio_stats");
        json.set("cpu_stats", now);
        json.set("precpu_stats", before);
        json.putObject("memory_stats");
        return json;
    }

    private ObjectNode processor(Container container) {
        var json = Json.object();
        if (!runs(container)) return json;
        json.putObject("cpu_usage")
                .put("total_usage", daemon.processes(container).processorNanos());
        int processors = Runtime.getRuntime().availableProcessors();
        return json.put("system_cpu_usage", System.currentTimeMillis() * NANOS * processors)
                .put("online_cpus", processors);
    }
}
