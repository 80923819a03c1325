package dev.dockline.embedded.fs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where a container's own files lie: what it changed of its image's, what is mounted over {@code /etc}, what is in
 * memory elsewhere. It and its files are made when there is something to keep.
 */
public final class ContainerFolder {
    private final Path folder;
    private final Disk disk;
    private final boolean kept;
    private final Overlay overlay;
    private final Map<String, GeneratedFile> generated = new ConcurrentHashMap<>();

    ContainerFolder(Path folder, Disk disk, boolean kept, SharedFiles image) throws IOException {
        this.folder = folder;
        this.disk = disk;
        this.kept = kept;
        if (kept) Files.createDirectories(folder);
        this.overlay = Overlay.over(disk, root(), image);
    }

    /** The container's files, its image's below its own. */
    public Overlay overlay() {
        return overlay;
    }

    public Path root() {
        return folder.resolve("root");
    }

    /** Where what it writes is kept; null where that is not kept. */
    public Path log() {
        return kept ? folder.resolve("log") : null;
    }

    /** A file that the engine writes and that is mounted into the container. */
    public GeneratedFile generated(String name) {
        return generated.computeIfAbsent(name, any -> new GeneratedFile(folder.resolve(name), kept));
    }

    /** Where the files of a tmpfs lie. */
    public Path tmpfs(String destination) {
        return folder.resolve("tmpfs" + destination.replace('/', '-'));
    }

    public void emptyTmpfs(String destination) throws IOException {
        var path = tmpfs(destination);
        if (Files.exists(path)) disk.deleteTree(path);
        Files.createDirectories(path);
        disk.set(path, Stat.DIRECTORY | 01777, 0, 0);
    }
}
