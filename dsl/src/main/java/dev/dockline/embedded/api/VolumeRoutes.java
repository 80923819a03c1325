package dev.dockline.embedded.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Model;
import dev.dockline.embedded.model.Refused;
import dev.dockline.embedded.model.Volume;
import dev.dockline.embedded.runtime.Daemon;
import java.io.IOException;

/** Volumes. */
final class VolumeRoutes {
    private static final String PRUNES_ANONYMOUS_ONLY = "1.42";

    private final Daemon daemon;
    private final Model model;

    private VolumeRoutes(Daemon daemon) {
        this.daemon = daemon;
        this.model = daemon.model();
    }

    static void add(Router router, Daemon daemon) {
        var routes = new VolumeRoutes(daemon);
        router.route("GET", "/volumes", routes::list)
                .route("POST", "/volumes/create", routes::create)
                .route("POST", "/volumes/prune", routes::prune)
                .route("GET", "/volumes/*", routes::inspect)
                .route("DELETE", "/volumes/*", routes::remove);
    }

    private Reply list(Call call) {
        var filters = call.filters("name", "label", "dangling", "driver");
        return model.locked(() -> {
            var json = Json.object();
            var all = json.putArray("Volumes");
            for (var volume : model.volumes().all()) {
                if (fits(volume, filters)) all.add(json(daemon, volume));
            }
            json.putNull("Warnings");
            return Reply.ok(json);
        });
    }

    private boolean fits(Volume volume, Filters filters) {
        return filters.any("name", volume.name()::contains)
                && filters.labels(volume.labels())
                && filters.any("driver", "local"::equals)
                && filters.any(
                        "dangling",
                        wanted -> model.volumes().users(volume.name()).isEmpty()
                                == (wanted.equals("true") || wanted.equals("1")));
    }

    private Reply create(Call call) {
        var json = call.jsonOrEmpty();
        return model.locked(() -> {
            var volume = model.volumes()
                    .create(
                            Json.text(json, "Name"),
                            Json.text(json, "Driver"),
                            Json.map(json, "Labels"),
                            Json.map(json, "DriverOpts"));
            try {
                daemon.storage().addVolume(volume.name());
            } catch (IOException e) {
                throw Refused.failed(e.toString());
            }
            return Reply.json(201, json(daemon, volume));
        });
    }

    private Reply inspect(Call call) {
        return model.locked(() -> Reply.ok(json(daemon, model.volumes().get(call.segment(0)))));
    }

    private Reply remove(Call call) {
        return model.locked(() -> {
            model.volumes().remove(call.segment(0), call.flag("force"));
            return Reply.nothing();
        });
    }

    private Reply prune(Call call) {
        var filters = call.filters("label", "all");
        var old = Router.compare(call.version(), PRUNES_ANONYMOUS_ONLY) < 0;
        var all = old || filters.has("all") && !filters.get("all").contains("false");
        return model.locked(() -> {
            var pruned = model.volumes().prune(all, volume -> filters.labels(volume.labels()));
            var json = Json.object();
            json.set(
                    "VolumesDeleted",
                    Json.strings(pruned.stream().map(Volume::name).toList()));
            return Reply.ok(json.put("SpaceReclaimed", 0));
        });
    }

    static ObjectNode json(Daemon daemon, Volume volume) {
        var json = Json.object()
                .put(
                        "CreatedAt",
                        volume.created()
                                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                                .toString())
                .put("Driver", "local");
        json.set("Labels", volume.labels().isEmpty() ? Json.none() : Json.object(volume.labels()));
        json.put("Mountpoint", daemon.storage().volume(volume.name()).toString())
                .put("Name", volume.name());
        json.set("Options", volume.options().isEmpty() ? Json.none() : Json.object(volume.options()));
        return json.put("Scope", "local");
    }
}
