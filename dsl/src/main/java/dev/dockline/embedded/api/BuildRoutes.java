package dev.dockline.embedded.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dockline.embedded.build.BuildError;
import dev.dockline.embedded.build.Builder;
import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.FileView;
import dev.dockline.embedded.image.ImageFiles;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Ids;
import dev.dockline.embedded.model.Image;
import dev.dockline.embedded.model.Refused;
import dev.dockline.embedded.runtime.Daemon;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Images built from a folder that the client sends. */
final class BuildRoutes {
    private final Daemon daemon;

    private BuildRoutes(Daemon daemon) {
        this.daemon = daemon;
    }

    static void add(Router router, Daemon daemon) {
        router.route("POST", "/build", new BuildRoutes(daemon)::build).route("POST", "/build/prune", call -> {
            var json = Json.object();
            json.putNull("CachesDeleted");
            return Reply.ok(json.put("SpaceReclaimed", 0));
        });
    }

    private Reply build(Call call) throws IOException {
        if (call.text("version").equals("2"))
            throw Refused.notDone("builds with the classic builder alone: DOCKER_BUILDKIT=0 asks for it");
        if (!call.text("remote").isEmpty()) throw Refused.notDone("builds what is sent, and fetches nothing");
        var tags = call.query().getOrDefault("t", List.of()).stream()
                .filter(tag -> !tag.isEmpty())
                .map(Builder::checked)
                .toList();
        var request = new Builder.Request(map(call, "buildargs"), map(call, "labels"), call.text("target"));
        var context = new ImageFiles(daemon);
        String dockerfile;
        try {
            context.add(call.body());
            dockerfile = dockerfile(context.view(), call.text("dockerfile"));
        } catch (IOException | RuntimeException e) {
            context.close();
            throw e;
        }
        return Reply.stream(Reply.JSON, out -> {
            try (context;
                    var builder = new Builder(daemon, request, context.view(), text -> say(out, text))) {
                named(builder.build(dockerfile), tags, out);
            } catch (BuildError e) {
                ImageFileRoutes.write(out, ImageFileRoutes.failure(e.getMessage()));
            }
        });
    }

    private static String dockerfile(FileView context, String name) throws IOException {
        var path = name.isEmpty() ? "Dockerfile" : name;
        try {
            return new String(context.readAll("/" + path), StandardCharsets.UTF_8);
        } catch (FileError e) {
            throw Refused.failed("Cannot locate specified Dockerfile: " + path);
        }
    }

    private static Map<String, String> map(Call call, String name) {
        var all = new LinkedHashMap<String, String>();
        if (call.text(name).isEmpty()) return all;
        try {
            for (var entry : Json.read(call.text(name)).properties())
                all.put(entry.getKey(), entry.getValue().asText(""));
            return all;
        } catch (JsonProcessingException e) {
            throw Refused.badRequest("error reading " + name + ": " + e.getOriginalMessage());
        }
    }

    private void named(Image image, List<String> tags, OutputStream out) throws IOException {
        ImageFileRoutes.write(out, Json.object().set("aux", Json.object().put("ID", image.id())));
        say(out, "Successfully built " + Ids.abbreviate(image.id()) + "\n");
        for (var tag : tags) {
            daemon.model().locked(() -> daemon.model().images().add(image, tag));
            say(out, "Successfully tagged " + tag + "\n");
        }
    }

    private static void say(OutputStream out, String text) throws IOException {
        ImageFileRoutes.write(out, Json.object().put("stream", text));
    }
}
