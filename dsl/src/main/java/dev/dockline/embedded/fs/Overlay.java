package dev.dockline.embedded.fs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A container's own files over those of its image, which all its containers share and none changes. What is changed is
 * copied up first; what is taken away is written down. A path is relative to the root.
 */
public final class Overlay {
    private static final String LIST = "gone";

    private final Disk disk;
    private final Path upper;
    private final SharedFiles lower;
    private final Path list;
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private volatile boolean changed;

    private Overlay(Disk disk, Path upper, SharedFiles lower, Path list) {
        this.disk = disk;
        this.upper = upper;
        this.lower = lower;
        this.list = list;
        this.changed = lower == null || exists(upper);
    }

    /** A folder with nothing below it. */
    static Overlay plain(Disk disk, Path folder) {
        return new Overlay(disk, folder, null, null);
    }

    /** A container's folder over an image's; what it has taken away of that is read, and kept, beside it. */
    static Overlay over(Disk disk, Path upper, SharedFiles lower) throws IOException {
        var overlay = new Overlay(disk, upper, lower, upper.resolveSibling(LIST));
        if (Files.exists(overlay.list)) overlay.gone.addAll(Files.readAllLines(overlay.list, StandardCharsets.UTF_8));
        return overlay;
    }

    /** Where the file at a path lies, or would lie if it is not there. */
    Path find(String path) {
        return shared(path).isPresent() ? lower.path(path) : upper.resolve(path);
    }

    Path ownPath(String path) {
        return upper.resolve(path);
    }

    Path sharedPath(String path) {
        return lower.path(path);
    }

    /** What the image has at a path, where that is what is seen there. */
    Optional<Stat> shared(String path) {
        if (lower == null || changed && exists(upper.resolve(path)) || isGone(path)) return Optional.empty();
        return lower.stat(path);
    }

    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    // What is below a folder that has gone has gone too, though there be a folder of that name again.
    private boolean isGone(String path) {
        if (gone.isEmpty()) return false;
        for (var at = path; !at.isEmpty(); at = parent(at)) {
            if (gone.contains(at)) return true;
        }
        return false;
    }

    private static String parent(String path) {
        var slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** Whether a file is the image's. */
    boolean isShared(Path file) {
        return lower != null && lower.holds(file);
    }

    /** Whether the image has something at a path, be it covered or not. */
    boolean isBelow(String path) {
        return lower != null && !isGone(path) && lower.stat(path).isPresent();
    }

    /** The container's own file at a path, copied from the image's if there is none yet. */
    synchronized Path own(String path) throws IOException {
        var file = find(path);
        if (!isShared(file)) return file;
        ownParents(path);
        var mine = upper.resolve(path);
        if (disk.stat(file).isDirectory()) ownFolder(path);
        else disk.copyTree(file, mine);
        return mine;
    }

    /** Makes the folders above a path the container's own. */
    synchronized void ownParents(String path) throws IOException {
        var above = parent(path);
        if (lower == null || exists(upper.resolve(above))) return;
        if (!above.isEmpty()) ownParents(above);
        ownFolder(above);
    }

    private void ownFolder(String path) throws IOException {
        var from = lower.path(path);
        var to = upper.resolve(path);
        var stat = disk.stat(from);
        changed = true;
        Files.createDirectories(to);
        disk.set(to, stat.mode(), stat.uid(), stat.gid());
        disk.setModified(to, stat.modified());
    }

    /** The names in a folder, sorted. */
    Set<String> list(String path) throws IOException {
        var names = new TreeSet<String>();
        var own = upper.resolve(path);
        if (exists(own)) add(own, names);
        if (lower == null || isGone(path)) return names;
        if (lower.stat(path).filter(Stat::isDirectory).isEmpty()) return names;
        var below = new TreeSet<String>();
        add(lower.path(path), below);
        for (var name : below) {
            if (!gone.contains(path.isEmpty() ? name : path + "/" + name)) names.add(name);
        }
        return names;
    }

    private static void add(Path folder, Set<String> names) throws IOException {
        try (var children = Files.newDirectoryStream(folder)) {
            children.forEach(child -> names.add(child.getFileName().toString()));
        }
    }

    /** The image's file at a path is there no more. */
    synchronized void hide(String path) {
        if (lower == null || lower.stat(path).isEmpty() || !gone.add(path)) return;
        try {
            Files.createDirectories(list.getParent());
            Files.writeString(list, path + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
