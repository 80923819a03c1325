package dev.dockline.embedded.fs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An image's files on the disk. Nobody changes them, so what was once asked of them is known. */
public final class SharedFiles {
    private static final int MOST = 10_000;

    private final Disk disk;
    private final Path folder;
    private final Map<String, Optional<Stat>> known = new ConcurrentHashMap<>();

    SharedFiles(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    /** What is at a path relative to the image's root, if anything is. */
    Optional<Stat> stat(String path) {
        var stat = known.get(path);
        if (stat != null) return stat;
        stat = read(folder.resolve(path));
        if (known.size() < MOST) known.put(path, stat);
        return stat;
    }

    private Optional<Stat> read(Path file) {
        try {
            return Optional.of(disk.stat(file));
        } catch (IOException e) {
            // What may not be looked at is there for nobody.
            return Optional.empty();
        }
    }

    Path path(String path) {
        return folder.resolve(path);
    }

    boolean holds(Path file) {
        return file.startsWith(folder);
    }
}
