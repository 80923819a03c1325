package dev.dockline.embedded.image;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.embedded.io.Decompressed;
import dev.dockline.embedded.json.ConfigJson;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Image;
import dev.dockline.embedded.runtime.Daemon;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads what {@code docker save} has written, by this engine or another. Its layers become one. */
public final class LoadedImages implements AutoCloseable {
    private final Daemon daemon;
    private final Path folder;
    private final Map<String, Path> files = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();

    public LoadedImages(Daemon daemon) throws IOException {
        this.daemon = daemon;
        folder = Files.createTempDirectory(daemon.storage().folder(), "load");
    }

    /** It is no archive of images. */
    public static final class NoImages extends IOException {
        private static final long serialVersionUID = 1L;

        NoImages(String why) {
            super(why);
        }
    }

    /** Adds what is in the archive, and returns what to say of it. */
    public List<String> load(InputStream archive) throws IOException {
        unpack(archive);
        var manifest = files.get("manifest.json");
        if (manifest == null) throw new NoImages("invalid archive: does not contain a manifest.json");
        var told = new ArrayList<String>();
        for (var entry : Json.read(Files.readAllBytes(manifest))) told.addAll(load(entry));
        return told;
    }

    // Entries are kept under numbers: no name in an archive becomes a path of this host.
    private void unpack(InputStream archive) throws IOException {
        try {
            @SuppressWarnings("resource") // the caller's stream is the caller's to close
            var tar = new TarArchiveInputStream(Decompressed.of(archive), StandardCharsets.UTF_8.name());
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isSymbolicLink()) links.put(entry.getName(), entry.getLinkName());
                if (!entry.isFile()) continue;
                var file = folder.resolve(String.valueOf(files.size()));
                Files.copy(tar, file);
                files.put(entry.getName(), file);
            }
        } catch (IOException e) {
            throw new NoImages("Error processing tar file(exit status 1): archive/tar: invalid tar header");
        }
    }

    private List<String> load(JsonNode entry) throws IOException {
        var config = Json.read(Files.readAllBytes(file(Json.text(entry, "Config"))));
        try (var making = new ImageFiles(daemon)) {
            for (var layer : entry.path("Layers")) {
                try (var in = Files.newInputStream(file(layer.asText()))) {
                    making.add(in);
                }
            }
            var history = new ArrayList<>(ImageJson.history(config));
            var last = history.isEmpty()
                    ? new Image.Step(ImageJson.created(config), "", "", 0)
                    : history.remove(history.size() - 1);
            var made = new ImageFiles.Made(
                    ConfigJson.read(config.path("config")),
                    last.createdBy(),
                    Json.text(config, "comment"),
                    history,
                    ImageJson.created(config));
            return named(making, made, entry.path("RepoTags"));
        }
    }

    private static List<String> named(ImageFiles making, ImageFiles.Made made, JsonNode tags) throws IOException {
        var image = making.image(made, tags.path(0).asText(""));
        var told = new ArrayList<String>();
        for (var tag : tags) {
            making.name(image, tag.asText());
            told.add("Loaded image: " + tag.asText());
        }
        return told.isEmpty() ? List.of("Loaded image ID: " + image.id()) : told;
    }

    private Path file(String name) throws NoImages {
        var file = files.get(links.containsKey(name) ? target(name) : name);
        if (file == null) throw new NoImages("invalid archive: does not contain " + name);
        return file;
    }

    // Older engines write a layer that they have written already as a link to it.
    private String target(String name) {
        return Path.of(name).resolveSibling(links.get(name)).normalize().toString();
    }

    @Override
    public void close() throws IOException {
        daemon.storage().disk().deleteTree(folder);
    }
}
