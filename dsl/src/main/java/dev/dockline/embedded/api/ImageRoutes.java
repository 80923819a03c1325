package dev.dockline.embedded.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.embedded.fs.FileView;
import dev.dockline.embedded.fs.Layer;
import dev.dockline.embedded.fs.TarExtractor;
import dev.dockline.embedded.model.Config;
import dev.dockline.embedded.model.Ids;
import dev.dockline.embedded.model.Image;
import dev.dockline.embedded.model.ImageName;
import dev.dockline.embedded.model.Model;
import dev.dockline.embedded.model.Refused;
import dev.dockline.embedded.runtime.Daemon;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Images: those the engine has, and those imported from a tar stream. */
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
                .route("POST", "/images/create", routes::create)
                .route("GET", "/images/*/json", routes::inspect)
                .route("POST", "/images/*/tag", routes::tag)
                .route("DELETE", "/images/*", routes::remove);
    }

    private Reply list(Call call) {
        var filters = call.filters("reference", "label", "dangling", "before", "since", "until");
        return model.locked(() -> {
            var json = Json.array();
            for (var image : model.images().all()) {
                if (fits(image, filters)) json.add(summary(image));
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

    private ObjectNode summary(Image image) {
        var json = Json.object()
                .put("Containers", model.images().users(image).size())
                .put("Created", image.created().getEpochSecond())
                .put("Id", image.id());
        json.set(
                "Labels",
                image.config().labels().isEmpty()
                        ? Json.MAPPER.nullNode()
                        : Json.tree(image.config().labels()));
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
                    .put("Architecture", SystemRoutes.architecture())
                    .put("Os", "linux")
                    .put("Size", image.size());
            json.set("GraphDriver", Json.object().put("Name", "embedded").set("Data", Json.MAPPER.nullNode()));
            json.putObject("RootFS")
                    .put("Type", "layers")
                    .set("Layers", Json.array().add(image.id()));
            json.set("Config", config(image.config()));
            return Reply.ok(json);
        });
    }

    private static ObjectNode config(Config config) {
        var json = Json.object().put("User", config.user());
        if (!config.exposedPorts().isEmpty()) json.set("ExposedPorts", Json.set(config.exposedPorts()));
        ContainerJson.describe(json, config);
        if (!config.stopSignal().isEmpty()) json.put("StopSignal", config.stopSignal());
        return json;
    }

    private Reply tag(Call call) {
        model.locked(() -> model.images().tag(call.segment(0), call.text("repo"), call.text("tag")));
        return Reply.json(201, Json.object());
    }

    private Reply remove(Call call) {
        return model.locked(() -> {
            var removal = model.images().remove(call.segment(0), call.flag("force"));
            var json = Json.array();
            removal.untagged().forEach(tag -> json.addObject().put("Untagged", tag));
            removal.deleted().ifPresent(image -> {
                json.addObject().put("Deleted", image.id());
                daemon.dropLayer(image.id());
            });
            return Reply.ok(json);
        });
    }

    private Reply create(Call call) throws IOException {
        if (!call.text("fromSrc").isEmpty()) return importImage(call);
        var name = ImageName.checked(call.text("fromImage").replaceFirst(":[^/]*$", ""), wantedTag(call));
        var known = model.locked(() -> model.images().find(name));
        if (known.isEmpty()) throw Refused.notFound(unknown(name));
        return progress(
                "Pulling from " + name.substring(0, name.lastIndexOf(':')), "Status: Image is up to date for " + name);
    }

    private static String wantedTag(Call call) {
        var image = call.text("fromImage");
        var colon = image.lastIndexOf(':');
        if (!call.text("tag").isEmpty()) return call.text("tag");
        return colon > image.lastIndexOf('/') ? image.substring(colon + 1) : "latest";
    }

    private String unknown(String name) {
        var repository = name.substring(0, name.lastIndexOf(':'));
        var known = model.locked(() -> model.images().all().stream()
                .flatMap(image -> model.images().tags(image).stream())
                .map(tag -> tag.replaceFirst(":latest$", ""))
                .toList());
        return "pull access denied for " + repository + ", repository does not exist or may require 'docker login':"
                + " denied: requested access to the resource is denied."
                + " This is the embedded engine of Dockline, which pulls nothing; it has " + String.join(", ", known);
    }

    private static Reply progress(String... lines) {
        return Reply.stream(Reply.JSON, out -> {
            for (var line : lines) {
                out.write(Json.MAPPER.writeValueAsBytes(Json.object().put("status", line)));
                out.write('\n');
            }
        });
    }

    private Reply importImage(Call call) throws IOException {
        if (!call.text("fromSrc").equals("-"))
            throw Refused.notDone("imports images from a tar stream, not from a URL");
        var repository = call.text("repo");
        var name = repository.isEmpty() ? "" : ImageName.checked(repository, call.text("tag"));
        var id = "sha256:" + Ids.random();
        var folder = daemon.storage().image(id);
        Files.createDirectories(folder);
        try {
            var files = FileView.of(daemon.storage().disk(), folder, true, List.of());
            new TarExtractor(files, "/").extract(call.body(), entry -> true, entry -> {});
        } catch (IOException e) {
            daemon.storage().removeImage(id);
            throw Refused.failed("archive/tar: invalid tar header");
        }
        daemon.addImage(new Image(id, model.now(), Config.EMPTY, 0, call.text("message")), name, Layer.of(folder));
        return progress(id);
    }
}
