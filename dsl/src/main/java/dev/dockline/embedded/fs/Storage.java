package dev.dockline.embedded.fs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The folder in which an engine keeps the files of its containers, volumes and imported images. */
public final class Storage implements AutoCloseable {
    private final Path folder;
    private final Disk disk;

    private Storage(Path folder) throws IOException {
        this.folder = folder;
        this.disk = new Disk(folder);
    }

    /** A folder of this process alone, deleted when it is closed. */
    public static Storage temporary() {
        try {
            var name =
                    "dockline-" + Long.toHexString(ThreadLocalRandom.current().nextLong());
            var folder = Files.createDirectory(
                    Path.of(System.getProperty("java.io.tmpdir"), name).toAbsolutePath());
            var posix = folder.getFileSystem().supportedFileAttributeViews().contains("unix");
            if (posix) Files.setAttribute(folder, "unix:mode", 0700);
            return new Storage(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for the embedded engine's files", e);
        }
    }

    public Disk disk() {
        return disk;
    }

    public Path folder() {
        return folder;
    }

    /** Where a volume's files lie. */
    public Path volume(String name) {
        return folder.resolve("volumes").resolve(name).resolve("_data");
    }

    /** Where a container's own files lie: its root, and what is mounted over {@code /etc}. */
    public Path container(String id) {
        return folder.resolve("containers").resolve(id);
    }

    public Path root(String id) {
        return container(id).resolve("root");
    }

    public Path image(String id) {
        return folder.resolve("images").resolve(id.replace(':', '-'));
    }

    public void addVolume(String name) throws IOException {
        if (Files.exists(volume(name))) return;
        Files.createDirectories(volume(name));
        disk.set(volume(name), Stat.DIRECTORY | 0755, 0, 0);
    }

    public void addContainer(String id, Layer image) throws IOException {
        Files.createDirectories(root(id));
        disk.set(root(id), Stat.DIRECTORY | 0755, 0, 0);
        image.unpack(disk, root(id));
    }

    /** Writes a file that is mounted over one in {@code /etc}, in place, so that whoever has it open sees it. */
    public void writeEtc(String id, String name, String text) throws IOException {
        Files.write(container(id).resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    public List<String> volumes() {
        return names(folder.resolve("volumes"));
    }

    public List<String> containers() {
        return names(folder.resolve("containers"));
    }

    public void removeVolume(String name) {
        delete(volume(name).getParent());
    }

    public void removeContainer(String id) {
        delete(container(id));
    }

    public void removeImage(String id) {
        delete(image(id));
    }

    private static List<String> names(Path folder) {
        var names = new ArrayList<String>();
        if (!Files.exists(folder)) return names;
        try (var children = Files.newDirectoryStream(folder)) {
            children.forEach(child -> names.add(child.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private void delete(Path path) {
        for (var tries = 3; ; tries--) {
            try {
                disk.deleteTree(path);
                return;
            } catch (IOException e) {
                // A program that is being ended may still have made a file in a folder that was empty a moment ago.
                if (tries == 0) throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        if (Files.exists(folder)) delete(folder);
    }
}
