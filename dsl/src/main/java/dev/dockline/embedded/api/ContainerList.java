package dev.dockline.embedded.api;

import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.model.Model;
import dev.dockline.embedded.runtime.Daemon;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** The list of containers, newest first, and its filters. */
final class ContainerList {
    private final Model model;
    private final Filters filters;
    private final ContainerSummary summary;

    private ContainerList(Daemon daemon, Filters filters) {
        this.model = daemon.model();
        this.filters = filters;
        this.summary = new ContainerSummary(daemon);
    }

    static Reply reply(Daemon daemon, Call call) {
        var filters = call.filters(
                "name",
                "id",
                "label",
                "status",
                "ancestor",
                "volume",
                "network",
                "exited",
                "before",
                "since",
                "publish",
                "expose",
                "health",
                "is-task",
                "isolation");
        var sizes = call.flag("size");
        var limit = call.number("limit");
        var all = call.flag("all") || limit != null && limit > 0 || filters.has("status") || filters.has("exited");
        return daemon.model().locked(() -> {
            var list = new ContainerList(daemon, filters);
            var shown = list.select(all, call.text("since"), call.text("before"));
            var some = limit == null || limit <= 0 ? shown : shown.subList(0, Math.min(limit, shown.size()));
            var json = Json.array();
            some.forEach(container -> json.add(sizes ? list.summary.withSizes(container) : list.summary.of(container)));
            return Reply.ok(json);
        });
    }

    private List<Container> select(boolean all, String since, String before) {
        var newest = new ArrayList<>(model.containers().all());
        Collections.reverse(newest);
        var younger = bound(newest, since.isEmpty() ? first("since") : since, newest.size());
        var older = bound(newest, before.isEmpty() ? first("before") : before, -1);
        var shown = new ArrayList<Container>();
        for (var i = older + 1; i < younger; i++) {
            var container = newest.get(i);
            if ((all || container.state().running()) && fits(container)) shown.add(container);
        }
        return shown;
    }

    private String first(String filter) {
        return filters.has(filter) ? filters.get(filter).get(0) : "";
    }

    private int bound(List<Container> newest, String reference, int otherwise) {
        return reference.isEmpty()
                ? otherwise
                : newest.indexOf(model.containers().get(reference));
    }

    private boolean fits(Container container) {
        var config = container.config();
        return filters.any("name", pattern -> named(container, pattern))
                && filters.any("id", id -> container.id().startsWith(id))
                && filters.labels(config.labels())
                && filters.any("status", container.state().status().word()::equals)
                && filters.any("exited", code -> exited(container, code))
                && filters.any("ancestor", image -> descends(container, image))
                && filters.any("volume", volume -> mounts(container, volume))
                && filters.any("network", network -> on(container, network))
                && filters.any("expose", port -> exposes(container, port))
                && filters.any("publish", port -> publishes(container, port))
                && filters.any("health", container.healthStatus()::equals)
                && filters.any("is-task", "false"::equals);
    }

    // The aliases that links give it are among its names and do not count here.
    private static boolean named(Container container, String pattern) {
        var regex = Pattern.compile(pattern);
        return regex.matcher(container.name()).find()
                || regex.matcher("/" + container.name()).find();
    }

    private static boolean exited(Container container, String code) {
        return container.state().status().word().equals("exited")
                && String.valueOf(container.state().exitCode()).equals(code);
    }

    private boolean descends(Container container, String image) {
        return model.images()
                .find(image)
                .filter(found -> found.id().equals(container.imageId()))
                .isPresent();
    }

    private static boolean mounts(Container container, String volume) {
        return container.mounts().stream()
                .anyMatch(mount ->
                        mount.source().equals(volume) || mount.destination().equals(volume));
    }

    private static boolean on(Container container, String network) {
        return container.endpoints().entrySet().stream()
                .anyMatch(entry -> entry.getKey().equals(network)
                        || entry.getValue().networkId().startsWith(network));
    }

    private static boolean exposes(Container container, String port) {
        var wanted = port.contains("/") ? port : port + "/tcp";
        return container.state().running()
                && container.config().exposedPorts().stream()
                        .anyMatch(one -> one.toString().equals(wanted));
    }

    // The port of the host, not the container's.
    private static boolean publishes(Container container, String port) {
        var wanted = port.contains("/") ? port : port + "/tcp";
        return container.published().stream()
                .anyMatch(one -> wanted.equals(one.hostPort() + "/" + one.port().protocol()));
    }
}
