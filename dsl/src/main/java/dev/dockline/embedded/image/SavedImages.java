package dev.dockline.embedded.image;

import dev.dockline.embedded.fs.FileView;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Image;
import dev.dockline.embedded.runtime.Daemon;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Images in one tar, as {@code docker save} writes them and any engine loads them. */
public final class SavedImages {
    private final Daemon daemon;

    public SavedImages(Daemon daemon) {
        this.daemon = daemon;
    }

    /** Writes images with the names that were asked for; an image without one has an empty list. */
    public void write(Map<Image, List<String>> images, OutputStream out) throws IOException {
        var manifest = Json.array();
        try (var tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name())) {
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (var image : images.entrySet()) {
                var entry = manifest.addObject();
                write(image.getKey(), tar, entry);
                entry.set("RepoTags", Json.strings(image.getValue()));
            }
            put(tar, "manifest.json", Json.bytes(manifest));
        }
    }

    private void write(Image image, TarArchiveOutputStream tar, com.fasterxml.jackson.databind.node.ObjectNode entry)
            throws IOException {
        try (var files = new ImageFiles(daemon)) {
            files.from(image);
            var packed = Files.createTempFile(daemon.storage().folder(), "layer", ".tar");
            try {
                var layer = pack(files.view(), packed);
                // The digest of an image that came with the engine is not known before.
                var whole = new Image(
                        image.id(),
                        image.created(),
                        image.config(),
                        image.size(),
                        image.comment(),
                        "sha256:" + layer,
                        image.history());
                var config = ImageJson.bytes(whole);
                var id = HexFormat.of().formatHex(ImageFiles.sha256().digest(config));
                put(tar, id + ".json", config);
                var path = layer + "/layer.tar";
                putFile(tar, path, packed);
                entry.put("Config", id + ".json").set("Layers", Json.array().add(path));
            } finally {
                Files.delete(packed);
            }
        }
    }

    private static String pack(FileView files, Path file) throws IOException {
        var digest = ImageFiles.sha256();
        try (var out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            ImageFiles.pack(files, out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void put(TarArchiveOutputStream tar, String name, byte[] bytes) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private static void putFile(TarArchiveOutputStream tar, String name, Path file) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(Files.size(file));
        tar.putArchiveEntry(entry);
        Files.copy(file, tar);
        tar.closeArchiveEntry();
    }
}
