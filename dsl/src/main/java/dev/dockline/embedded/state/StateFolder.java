package dev.dockline.embedded.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.embedded.fs.Layer;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Image;
import dev.dockline.embedded.model.KeptContainer;
import dev.dockline.embedded.model.Model;
import dev.dockline.embedded.runtime.Daemon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * The folder of an engine that outlives its process. What has changed is written before anyone is told of it, each
 * thing to a file of its own, beside the old one and then in its place.
 */
public final class StateFolder {
    private static final String IMAGES = "images.json";

    private final Daemon daemon;
    private final Model model;
    private final Path folder;
    private final List<String> own;

    private StateFolder(Daemon daemon) {
        this.daemon = daemon;
        this.model = daemon.model();
        this.folder = daemon.storage().folder();
        this.own = model.images().all().stream().map(Image::id).toList();
    }

    /** Gives an engine what its folder holds, and keeps what it does from now on. */
    public static void keep(Daemon daemon) throws IOException {
        var state = new StateFolder(daemon);
        state.model.locked(() -> {
            try {
                state.restore();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        state.model.onChange(state::write);
        state.model.locked(state::writeAll);
    }

    private Path network(String id) {
        return folder.resolve("networks").resolve(id + ".json");
    }

    private Path volume(String name) {
        return folder.resolve("volumes").resolve(name).resolve("volume.json");
    }

    private Path container(String id) {
        return folder.resolve("containers").resolve(id).resolve("container.json");
    }

    private void writeAll() {
        model.networks().all().forEach(network -> write("network", network.id()));
        model.containers().all().forEach(container -> write("container", container.id()));
        write("image", "");
    }

    private void write(String type, String id) {
        try {
            switch (type) {
                case "container" -> {
                    var container = model.containers().byId(id);
                    if (container.isPresent()) write(container(id), ContainerFile.write(container.get()));
                }
                case "volume" -> {
                    var volume = model.volumes().find(id);
                    if (volume.isPresent()) write(volume(id), Records.volume(volume.get()));
                }
                case "network" -> writeNetwork(id);
                default -> write(folder.resolve(IMAGES), Records.images(model).set("own", Json.strings(own)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the state of the embedded engine in " + folder, e);
        }
    }

    private void writeNetwork(String id) throws IOException {
        var network = model.networks().all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
        if (network.isPresent()) write(network(id), Records.network(network.get()));
        else Files.deleteIfExists(network(id));
    }

    private static void write(Path file, JsonNode json) throws IOException {
        // Its folder is gone where the thing itself is: then nothing is to be kept.
        if (!Files.exists(file.getParent())) {
            if (!file.getParent().endsWith("networks")) return;
            Files.createDirectories(file.getParent());
        }
        var beside = file.resolveSibling(file.getFileName() + ".new");
        Files.write(beside, Json.bytes(json));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void restore() throws IOException {
        for (var file : files(folder.resolve("networks"), ".json"))
            model.networks().restore(Records.network(read(file)));
        if (Files.exists(folder.resolve(IMAGES))) restoreImages(read(folder.resolve(IMAGES)));
        for (var name : daemon.storage().volumes()) {
            if (Files.exists(volume(name))) model.volumes().restore(Records.volume(read(volume(name))));
        }
        var all = new ArrayList<KeptContainer>();
        for (var id : daemon.storage().containers()) {
            if (Files.exists(container(id))) all.add(ContainerFile.read(read(container(id))));
        }
        all.sort(Comparator.comparing(KeptContainer::created));
        all.forEach(daemon::restore);
        daemon.sweep();
    }

    private void restoreImages(JsonNode table) {
        var images = Records.images(table);
        var names = new HashMap<String, String>();
        table.path("tags")
                .properties()
                .forEach(tag -> names.put(tag.getKey(), tag.getValue().asText()));
        var before = model.images().all();
        model.images().restore(images, names);
        for (var image : images) {
            var files = daemon.storage().image(image.id());
            if (Files.exists(files)) daemon.addImage(image, "", Layer.of(files));
        }
        // An engine may have learned new images since.
        var known = Records.texts(table.path("own"));
        for (var image : before) {
            if (!known.contains(image.id())) daemon.addImage(image, "", daemon.layer(image.id()));
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return Json.read(Files.readAllBytes(file));
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.exists(folder)) return List.of();
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
