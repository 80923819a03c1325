package dev.dockline.embedded.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.embedded.build.BuildError;
import dev.dockline.embedded.build.ImageConfig;
import dev.dockline.embedded.build.Instruction;
import dev.dockline.embedded.image.ImageFiles;
import dev.dockline.embedded.image.LoadedImages;
import dev.dockline.embedded.image.SavedImages;
import dev.dockline.embedded.json.ConfigJson;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Config;
import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.model.Image;
import dev.dockline.embedded.model.ImageName;
import dev.dockline.embedded.model.Model;
import dev.dockline.embedded.model.Refused;
import dev.dockline.embedded.runtime.Daemon;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Images from files and containers, and into files. */
final class ImageFileRoutes {
    private final Daemon daemon;
    private final Model model;

    private ImageFileRoutes(Daemon daemon) {
        this.daemon = daemon;
        this.model = daemon.model();
    }

    static void add(Router router, Daemon daemon) {
        var routes = new ImageFileRoutes(daemon);
        router.route("POST", "/images/create", routes::create)
                .route("POST", "/images/load", routes::load)
                .route("GET", "/images/get", call -> routes.save(call.query().getOrDefault("names", List.of())))
                .route("GET", "/images/*/get", call -> routes.save(List.of(call.segment(0))))
                .route("POST", "/commit", routes::commit);
    }

    private Reply create(Call call) throws IOException {
        if (!call.text("fromSrc").isEmpty()) return importImage(call);
        var name = ImageName.checked(call.text("fromImage").replaceFirst(":[^/]*$", ""), wantedTag(call));
        var known = model.locked(() -> model.images().find(name));
        if (known.isEmpty() && !daemon.bring(name)) throw Refused.notFound(unknown(name));
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
            for (var line : lines) write(out, Json.object().put("status", line));
        });
    }

    static void write(OutputStream out, JsonNode line) throws IOException {
        out.write(Json.line(line));
    }

    private Reply importImage(Call call) throws IOException {
        if (!call.text("fromSrc").equals("-"))
            throw Refused.notDone("imports images from a tar stream, not from a URL");
        var name = named(call);
        try (var making = new ImageFiles(daemon)) {
            try {
                making.add(call.body());
            } catch (IOException e) {
                throw Refused.failed("archive/tar: invalid tar header");
            }
            var made =
                    new ImageFiles.Made(changed(Config.EMPTY, call), "", call.text("message"), List.of(), model.now());
            return progress(making.image(made, name).id());
        }
    }

    private static String named(Call call) {
        var repository = call.text("repo");
        return repository.isEmpty() ? "" : ImageName.checked(repository, call.text("tag"));
    }

    private static Config changed(Config config, Call call) {
        var changed = new ImageConfig(config);
        for (var change : call.query().getOrDefault("changes", List.of())) {
            for (var line : change.lines().filter(text -> !text.isBlank()).toList()) change(changed, line.strip());
        }
        return changed.config();
    }

    private static void change(ImageConfig config, String line) {
        try {
            var instruction = Instruction.parse(line);
            if (!config.obey(instruction, Map.of()))
                throw Refused.badRequest(instruction.keyword() + " is not a valid change command");
        } catch (BuildError e) {
            throw Refused.badRequest(e.getMessage());
        }
    }

    private Reply load(Call call) throws IOException {
        // A client may take the beginning of the answer for the end of the work.
        var told = new ArrayList<JsonNode>();
        try (var loading = new LoadedImages(daemon)) {
            for (var line : loading.load(call.body())) told.add(Json.object().put("stream", line + "\n"));
        } catch (LoadedImages.NoImages e) {
            told.add(failure(e.getMessage()));
        }
        return Reply.stream(Reply.JSON, out -> {
            for (var line : told) write(out, line);
        });
    }

    /** A failure within a stream that began well. */
    static JsonNode failure(String message) {
        var json = Json.object();
        json.putObject("errorDetail").put("message", message);
        return json.put("error", message);
    }

    private Reply save(List<String> names) {
        var wanted = new LinkedHashMap<Image, List<String>>();
        model.locked(() -> {
            for (var name : names) {
                var image = model.images().get(name);
                var tags = wanted.computeIfAbsent(image, key -> new ArrayList<>());
                if (model.images().tags(image).contains(ImageName.full(name))) tags.add(ImageName.full(name));
            }
        });
        return Reply.stream("application/x-tar", out -> new SavedImages(daemon).write(wanted, out));
    }

    private Reply commit(Call call) throws IOException {
        var body = call.jsonOrEmpty();
        var container = model.locked(() -> model.containers().get(call.text("container")));
        var name = named(call);
        var config = changed(ConfigJson.read(body).over(container.config()), call);
        try (var making = new ImageFiles(daemon)) {
            making.from(container);
            var made = new ImageFiles.Made(
                    config,
                    String.join(" ", container.config().command()),
                    call.text("comment"),
                    before(container),
                    model.now());
            var image = making.image(made, name);
            committed(container, image, name);
            return Reply.json(201, Json.object().put("Id", image.id()));
        }
    }

    private List<Image.Step> before(Container container) {
        return model.locked(() ->
                model.images().find(container.imageId()).map(Image::history).orElse(List.of()));
    }

    private void committed(Container container, Image image, String name) {
        model.locked(() -> {
            var attributes = Map.of("comment", image.comment(), "imageID", image.id(), "imageRef", name);
            model.containers().emit("commit", container, attributes);
        });
    }
}
