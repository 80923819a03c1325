package dev.dockline.embedded.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Event;
import dev.dockline.embedded.model.Model;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The stream of events, from a time in the past to one in the future or to the client's end. */
final class EventRoutes {

    private EventRoutes() {}

    static void add(Router router, Model model) {
        router.route("GET", "/events", call -> events(model, call));
    }

    private static Reply events(Model model, Call call) {
        var filters = call.filters(
                "type",
                "event",
                "container",
                "image",
                "volume",
                "network",
                "label",
                "daemon",
                "scope",
                "node",
                "service",
                "plugin",
                "secret",
                "config");
        var since = call.text("since");
        var until = Times.parse(call.text("until"), Instant.MAX);
        var queue = new LinkedBlockingQueue<Event>();
        Consumer<Event> listener = queue::add;
        model.locked(() ->
                model.events().listen(listener, since.isEmpty() ? model.now() : Times.parse(since, Instant.EPOCH)));
        return Reply.stream(Reply.JSON, out -> copy(model, queue, until, filters, out))
                .onClose(() -> model.locked(() -> model.events().remove(listener)));
    }

    private static void copy(
            Model model, LinkedBlockingQueue<Event> queue, Instant until, Filters filters, OutputStream out)
            throws IOException, InterruptedException {
        while (true) {
            var event = next(model, queue, until);
            if (event == null || event.time().isAfter(until)) return;
            if (!fits(event, filters)) continue;
            out.write(Json.line(json(event)));
        }
    }

    private static Event next(Model model, LinkedBlockingQueue<Event> queue, Instant until)
            throws InterruptedException {
        if (until.equals(Instant.MAX)) return queue.take();
        var left = Duration.between(model.now(), until).toMillis();
        return queue.poll(Math.max(0, left), TimeUnit.MILLISECONDS);
    }

    private static boolean fits(Event event, Filters filters) {
        var attributes = event.attributes();
        return filters.any("type", event.type()::equals)
                && filters.any(
                        "event",
                        wanted ->
                                event.action().equals(wanted) || event.action().startsWith(wanted + ":"))
                && filters.any("container", one -> is(event, "container", one, "name"))
                && filters.any("volume", one -> is(event, "volume", one, "name"))
                && filters.any("network", one -> is(event, "network", one, "name"))
                && filters.any(
                        "image",
                        one -> event.type().equals("image") && event.id().contains(one)
                                || one.equals(attributes.get("image"))
                                || event.type().equals("image") && one.equals(attributes.get("name")))
                && filters.labels(attributes);
    }

    private static boolean is(Event event, String type, String wanted, String nameAttribute) {
        return event.type().equals(type)
                && (event.id().startsWith(wanted)
                        || wanted.equals(event.attributes().get(nameAttribute)));
    }

    private static ObjectNode json(Event event) {
        var json = Json.object();
        if (event.type().equals("container") || event.type().equals("image")) {
            json.put("status", event.action()).put("id", event.id());
            if (event.attributes().containsKey("image"))
                json.put("from", event.attributes().get("image"));
        }
        json.put("Type", event.type()).put("Action", event.action());
        json.putObject("Actor").put("ID", event.id()).set("Attributes", Json.object(event.attributes()));
        var time = event.time();
        return json.put("scope", "local")
                .put("time", time.getEpochSecond())
                .put("timeNano", time.getEpochSecond() * 1_000_000_000L + time.getNano());
    }
}
