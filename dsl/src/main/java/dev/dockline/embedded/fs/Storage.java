package dev.dockline.embedded.fs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** The folder in which an engine keeps the files of its containers, volumes and imported images. */
public final class Storage implements AutoCloseable {
    private static final String MAKING = "making-";
    private static final Path ROOT = Path.of("/");

    private final Path folder;
    private final Disk disk;
    private final Map<String, ContainerFolder> containers = new ConcurrentHashMap<>();
    private final Map<String, SharedFiles> shared = new ConcurrentHashMap<>();
    private final FolderLock lock;
    private final Path host;

    private Storage(Path folder, FolderLock lock, Ledger ledger, Path host) throws IOException {
        this.folder = folder;
        this.lock = lock;
        this.host = host;
        this.disk = new Disk(folder, ledger);
    }

    /**
     * A folder that outlives this process, which holds it alone.
     *
     * @throws FolderLock.Held if another process has it
     */
    public static Storage at(Path path) throws IOException {
        var folder = path.toAbsolutePath().normalize();
        Files.createDirectories(folder);
        var lock = FolderLock.take(folder);
        try {
            reserve(folder);
            var storage = new Storage(folder, lock, Ledger.kept(folder), ROOT);
            storage.delete(storage.trash());
            Files.createDirectories(storage.trash());
            for (var name : storage.images()) {
                if (name.startsWith(MAKING)) storage.removeImage(name);
            }
            return storage;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void reserve(Path folder) throws IOException {
        var posix = folder.getFileSystem().supportedFileAttributeViews().contains("unix");
        if (posix) Files.setAttribute(folder, "unix:mode", 0700);
    }

    private boolean isKept() {
        return lock != null;
    }

    private Path trash() {
        return folder.resolve("trash");
    }

    /** A folder of this process alone, deleted when it is closed. */
    public static Storage temporary() {
        return temporary(false);
    }

    /** The same, in which what the host has at a path is a folder of its own too. */
    public static Storage apart() {
        return temporary(true);
    }

    private static Storage temporary(boolean apart) {
        try {
            var name =
                    "dockline-" + Long.toHexString(ThreadLocalRandom.current().nextLong());
            var folder = Files.createDirectory(
                    Path.of(System.getProperty("java.io.tmpdir"), name).toAbsolutePath());
            reserve(folder);
            return new Storage(folder, null, Ledger.inMemory(), apart ? folder.resolve("host") : ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for the embedded engine's files", e);
        }
    }

    public Disk disk() {
        return disk;
    }

    /** Where a path of the host is found. */
    public Path host(String path) {
        return host.resolve(ROOT.relativize(ROOT.resolve(path).normalize())).normalize();
    }

    public Path folder() {
        return folder;
    }

    /** Where a volume's files lie. */
    public Path volume(String name) {
        return folder.resolve("volumes").resolve(name).resolve("_data");
    }

    /** Where a container's own files lie. */
    public ContainerFolder container(String id) {
        return containers.get(id);
    }

    private Path containerPath(String id) {
        return folder.resolve("containers").resolve(id);
    }

    public Path image(String id) {
        return folder.resolve("images").resolve(id.replace(':', '-'));
    }

    public void addVolume(String name) throws IOException {
        // Apart, nothing is ever written.
        if (!host.equals(ROOT) || Files.exists(volume(name))) return;
        Files.createDirectories(volume(name));
        disk.set(volume(name), Stat.DIRECTORY | 0755, 0, 0);
    }

    public void addContainer(String id, SharedFiles image) throws IOException {
        containers.put(id, new ContainerFolder(containerPath(id), disk, isKept(), image));
    }

    /** The files of an image, written out if they are not there yet. */
    public SharedFiles shared(String imageId, Layer image) throws IOException {
        var files = shared.get(imageId);
        if (files == null) {
            files = new SharedFiles(disk, layer(imageId, image));
            shared.put(imageId, files);
        }
        return files;
    }

    private Path layer(String imageId, Layer image) throws IOException {
        if (Files.exists(image(imageId))) return image(imageId);
        var layer = this.folder.resolve("layers").resolve(imageId.replace(':', '-'));
        if (Files.exists(layer)) return layer;
        var beside = layer.resolveSibling(layer.getFileName() + ".new");
        if (Files.exists(beside)) delete(beside);
        Files.createDirectories(beside);
        disk.set(beside, Stat.DIRECTORY | 0755, 0, 0);
        image.unpack(disk, beside);
        disk.move(beside, layer);
        return layer;
    }

    /** The bytes of all files below a folder. */
    public long size(Path path) {
        if (!Files.exists(path)) return 0;
        try (var files = Files.walk(path)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            // What goes away while it is counted takes no room any more.
            return 0;
        }
    }

    /** The images whose files are in the folder. */
    public List<String> images() {
        return names(folder.resolve("images"));
    }

    public List<String> volumes() {
        return names(folder.resolve("volumes"));
    }

    /** The containers that have files of their own. */
    public List<String> containers() {
        return names(folder.resolve("containers"));
    }

    public void removeVolume(String name) {
        remove(volume(name).getParent());
    }

    public void removeContainer(String id) {
        containers.remove(id);
        remove(containerPath(id));
    }

    public void removeImage(String id) {
        shared.remove(id);
        remove(image(id));
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

    // What is kept is taken away whole before it is deleted: a process that is killed meanwhile leaves no half of it.
    private void remove(Path path) {
        if (!isKept()) {
            delete(path);
            return;
        }
        var away = trash().resolve(Long.toHexString(ThreadLocalRandom.current().nextLong()));
        try {
            if (Files.exists(path)) disk.move(path, away);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        delete(away);
    }

    private void delete(Path path) {
        if (!disk.exists(path)) return;
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
        if (isKept()) {
            disk.close();
            lock.close();
        } else {
            delete(folder);
        }
    }
}
