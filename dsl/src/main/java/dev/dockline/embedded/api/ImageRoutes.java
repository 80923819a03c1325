package dev.dockline.embedded.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.embedded.image.ImageJson;
import dev.dockline.embedded.json.ConfigJson;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Image;
import dev.dockline.embedded.model.Model;
import dev.dockline.embedded.model.Refused;
import dev.dockline.embedded.runtime.Daemon;

/** Images: what there is, and under which names. */
final class ImageRoutes {
    private final Daemon daemon;
    private final Model model;

    private ImageRoutes(Daemon daemon) {
        this.daemon = daemon;
        this.model = daemon.model();
    }

    static void add(Router router, Daemon daemon) {
        var routes = new ImageRoutes(daemon);
        router.route("GET", "/images/json", routes::list)
                .route("POST", "/images/prune", routes::prune)
                .route("GET", "/images/*/json", routes::inspect)
                .route("GET", "/images/*/history", routes::history)
                .route("POST", "/images/*/tag", routes::tag)
                .route("DELETE", "/images/*", routes::remove);
    }

    private Reply list(Call call) {
        var filters = call.filters("reference", "label", "dangling", "before", "since", "until");
        return model.locked(() -> {
            var json = Json.array();
            for (var image : model.images().all()) {
                if (fits(image, filters)) json.add(summary(model, image));
            }
            return Reply.ok(json);
        });
    }

    private boolean fits(Image image, Filters filters) {
        var tags = model.images().tags(image);
        return filters.any("reference", wanted -> tags.stream().anyMatch(tag -> matches(tag, wanted)))
                && filters.any("dangling", wanted -> wanted.equals("true") == tags.isEmpty())
                && filters.labels(image.config().labels());
    }

    private static boolean matches(String tag, String pattern) {
        var regex = pattern.replace(".", "\\.").replace("*", "[^/]*");
        return tag.matches(regex) || tag.substring(0, tag.lastIndexOf(':')).matches(regex);
    }

    static ObjectNode summary(Model model, Image image) {
        var json = Json.object()
                .put("Containers", model.images().users(image).size())
                .put("Created", image.created().getEpochSecond())
                .put("Id", image.id());
        json.set(
                "Labels",
                image.config().labels().isEmpty()
                        ? Json.none()
                        : Json.object(image.config().labels()));
        json.put("ParentId", "");
        json.set("RepoDigests", Json.array());
        json.set("RepoTags", Json.strings(model.images().tags(image)));
        return json.put("SharedSize", -1).put("Size", image.size());
    }

    private Reply inspect(Call call) {
        return model.locked(() -> {
            var image = model.images().get(call.segment(0));
            var json = Json.object().put("Id", image.id());
            json.set("RepoTags", Json.strings(model.images().tags(image)));
            json.set("RepoDigests", Json.array());
            json.put("Parent", "")
                    .put("Comment", image.comment())
                    .put("Created", Json.time(image.created()))
                    .put("DockerVersion", "")
                    .put("Author", "")
                    .put("Architecture", ImageJson.architecture())
                    .put("Os", "linux")
                    .put("Size", image.size());
            json.set("GraphDriver", Json.object().put("Name", "embedded").set("Data", Json.none()));
            json.putObject("RootFS")
                    .put("Type", "layers")
                    .set("Layers", Json.array().add(image.layer()));
            json.set("Config", ConfigJson.write(image.config()));
            return Reply.ok(json);
        });
    }

    private Reply tag(Call call) {
        model.locked(() -> model.images().tag(call.segment(0), call.text("repo"), call.text("tag")));
        return Reply.json(201, Json.object());
    }

    private Reply remove(Call call) {
        return model.locked(() -> {
            var json = Json.array();
            remove(call.segment(0), call.flag("force"), json);
            return Reply.ok(json);
        });
    }

    private void remove(String reference, boolean force, ArrayNode told) {
        var removal = model.images().remove(reference, force);
        removal.untagged().forEach(tag -> told.addObject().put("Untagged", tag));
        removal.deleted().ifPresent(image -> {
            told.addObject().put("Deleted", image.id());
            daemon.dropLayer(image.id());
        });
    }

    private Reply history(Call call) {
        return model.locked(() -> {
            var image = model.images().get(call.segment(0));
            var json = Json.array();
            for (var i = image.history().size() - 1; i >= 0; i--) {
                var last = i == image.history().size() - 1;
                var step = image.history().get(i);
                var entry = json.addObject()
                        .put("Comment", step.comment())
                        .put("Created", step.created().getEpochSecond())
                        .put("CreatedBy", step.createdBy())
                        .put("Id", last ? image.id() : "<missing>")
                        .put("Size", step.size());
                entry.set("Tags", last ? Json.stringsOrNull(model.images().tags(image)) : Json.none());
            }
            return Reply.ok(json);
        });
    }

    private Reply prune(Call call) {
        var filters = call.filters("dangling", "label", "until");
        if (filters.has("until")) throw Refused.notDone("prunes images by label, not by time");
        var all = filters.get("dangling").stream().anyMatch(text -> text.matches("false|0"));
        return model.locked(() -> {
            var deleted = Json.array();
            var freed = 0L;
            for (var image : model.images().all()) {
                var tags = model.images().tags(image);
                var wanted =
                        (all || tags.isEmpty()) && filters.labels(image.config().labels());
                if (!wanted || !model.images().users(image).isEmpty()) continue;
                for (var tag : tags) remove(tag, false, deleted);
                if (tags.isEmpty()) remove(image.id(), false, deleted);
                freed += image.size();
            }
            model.events().pruned("image", freed);
            var json = Json.object();
            json.set("ImagesDeleted", deleted.isEmpty() ? Json.none() : deleted);
            return Reply.ok(json.put("SpaceReclaimed", freed));
        });
    }
}
