package dev.dockline.embedded.image;

import dev.dockline.embedded.fs.FileView;
import dev.dockline.embedded.fs.Layer;
import dev.dockline.embedded.fs.TarExtractor;
import dev.dockline.embedded.fs.TarPacker;
import dev.dockline.embedded.io.Decompressed;
import dev.dockline.embedded.model.Config;
import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.model.Ids;
import dev.dockline.embedded.model.Image;
import dev.dockline.embedded.runtime.Daemon;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The files of an image that is being made. They are gone again unless it is added. An image has all of its files in one
 * layer, and is called by the digest of its configuration, as Docker's are.
 */
public final class ImageFiles implements AutoCloseable {
    private final Daemon daemon;
    private final Path folder;

    public ImageFiles(Daemon daemon) throws IOException {
        this.daemon = daemon;
        folder = daemon.storage().image("making-" + Ids.abbreviate(Ids.random()));
        Files.createDirectories(folder);
        daemon.storage().disk().set(folder, 0040755, 0, 0);
    }

    /** What an image adds to that which it is made from. */
    public record Made(Config config, String createdBy, String comment, List<Image.Step> before, Instant created) {}

    public FileView view() {
        return FileView.of(daemon.storage().disk(), folder);
    }

    /** Begins with the files of an image. */
    public void from(Image image) throws IOException {
        daemon.layer(image.id()).unpack(daemon.storage().disk(), folder);
    }

    /** Takes the files of a container, without what is mounted into it. */
    public void from(Container container) throws IOException {
        daemon.ownFiles(container).copyOut("/", folder);
    }

    /** Takes a tar, zipped or not, which may be a layer over what is there: a name with {@code .wh.} takes a file away. */
    public void add(InputStream tar) throws IOException {
        var files = view();
        var whiteouts = new Whiteouts(files);
        new TarExtractor(files, "/").extract(Decompressed.of(tar), whiteouts::isFile, name -> {});
    }

    /** Makes the image, or finds that it is there already, and names it; an empty reference names nothing. */
    public Image image(Made made, String reference) throws IOException {
        var digest = sha256();
        var counted = new Counted();
        try (var out = new DigestOutputStream(counted, digest)) {
            pack(out);
        }
        var layer = "sha256:" + HexFormat.of().formatHex(digest.digest());
        var history = new ArrayList<>(made.before);
        history.add(new Image.Step(made.created, made.createdBy, made.comment, counted.size));
        var nameless =
                new Image("", made.created, made.config, counted.size, made.comment, layer, List.copyOf(history));
        var id = "sha256:" + HexFormat.of().formatHex(sha256().digest(ImageJson.bytes(nameless)));
        var image = new Image(id, made.created, made.config, counted.size, made.comment, layer, nameless.history());
        daemon.model().locked(() -> place(image, reference));
        return image;
    }

    private void place(Image image, String reference) {
        var storage = daemon.storage();
        var target = storage.image(image.id());
        try {
            if (!Files.exists(target)) storage.disk().move(folder, target);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        daemon.addImage(image, reference, Layer.of(target));
    }

    /** Gives the image one more name. */
    void name(Image image, String reference) {
        daemon.model().locked(() -> daemon.model().images().add(image, reference));
    }

    private void pack(OutputStream out) throws IOException {
        pack(view(), out);
    }

    /** All files of a view as a layer of an image. */
    static void pack(FileView files, OutputStream out) throws IOException {
        try (var tar = new TarPacker(files, out, name -> {})) {
            for (var child : files.list("/")) tar.add("/" + child, child);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Counted extends OutputStream {
        private long size;

        @Override
        public void write(int b) {
            size++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            size += length;
        }
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(folder)) daemon.storage().disk().deleteTree(folder);
    }
}
