package dev.dockline.embedded.fs;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Finds the host's file behind a container's path. Every part is looked up here and never by the host, so that a link,
 * however it points, stays inside the container.
 */
final class Resolver {
    private static final int MOST_LINKS = 40;

    /**
     * Where a path leads: its canonical form, the host's file (which need not be there), and whether it may change. In a
     * mount {@code overlay} is null; {@code shared} is what the image has there, if that is what is seen.
     */
    record Place(String path, Path host, boolean writable, boolean isMount, Overlay overlay, Stat shared) {
        private String relative() {
            return path.substring(1);
        }

        /** Fails with NoSuchFileException where nothing is. */
        Stat stat(Disk disk) throws IOException {
            return shared == null ? disk.stat(host) : shared;
        }

        boolean exists(Disk disk) {
            return shared != null || disk.exists(host);
        }

        /** The file to change: never one that others see too. */
        Path own() throws IOException {
            return overlay == null ? host : overlay.own(relative());
        }

        /** The file to make, in a folder that may be changed. */
        Path made() throws IOException {
            if (overlay != null) overlay.ownParents(relative());
            return host;
        }

        /** It is there no more. */
        void gone() {
            if (overlay != null) overlay.hide(relative());
        }

        boolean isShared() {
            return shared != null;
        }

        /** Whether other containers have something at its path. */
        boolean isBelow() {
            return overlay != null && overlay.isBelow(relative());
        }

        java.util.Collection<String> names() throws IOException {
            return (overlay == null ? Overlay.plain(null, host) : overlay).list(overlay == null ? "" : relative());
        }
    }

    private final Disk disk;
    private final Overlay root;
    private final boolean rootWritable;
    private final List<MountPoint> mounts = new ArrayList<>();

    Resolver(Disk disk, Overlay root, boolean rootWritable, List<MountPoint> wanted) {
        this.disk = disk;
        this.root = root;
        this.rootWritable = rootWritable;
        wanted.stream()
                .sorted(Comparator.comparingInt(mount -> mount.destination().length()))
                .forEach(this::add);
    }

    private void add(MountPoint mount) {
        try {
            var canonical = resolve(mount.destination(), true).path();
            mounts.add(0, mount.at(canonical));
        } catch (IOException e) {
            // Its folder is not there yet: then no link can be on the way either.
            mounts.add(0, mount);
        }
    }

    List<MountPoint> mounts() {
        return mounts;
    }

    Place resolve(String path, boolean followLast) throws IOException {
        var todo = new ArrayDeque<String>();
        push(todo, path);
        var done = "/";
        for (var links = 0; !todo.isEmpty(); ) {
            var part = todo.removeFirst();
            if (part.equals("..")) {
                done = Paths.parent(done);
                continue;
            }
            var next = Paths.child(done, part);
            var last = todo.isEmpty();
            var stat = stat(locate(next));
            if (stat == null && !last) throw Errno.ENOENT.on(path);
            if (stat != null && stat.isLink() && (!last || followLast)) {
                if (++links > MOST_LINKS) throw Errno.ELOOP.on(path);
                if (stat.target().startsWith("/")) done = "/";
                push(todo, stat.target());
                continue;
            }
            if (!last && !stat.isDirectory()) throw Errno.ENOTDIR.on(path);
            done = next;
        }
        return locate(done);
    }

    private static void push(Deque<String> todo, String path) {
        var parts = path.split("/");
        for (var i = parts.length - 1; i >= 0; i--) {
            if (!parts[i].isEmpty() && !parts[i].equals(".")) todo.addFirst(parts[i]);
        }
    }

    private Stat stat(Place place) throws IOException {
        try {
            return place.stat(disk);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private Place locate(String canonical) {
        for (var mount : mounts) {
            var at = mount.destination();
            if (canonical.equals(at)) return new Place(canonical, mount.host(), mount.writable(), true, null, null);
            if (canonical.startsWith(at + "/"))
                return new Place(
                        canonical,
                        mount.host().resolve(canonical.substring(at.length() + 1)),
                        mount.writable(),
                        false,
                        null,
                        null);
        }
        var path = canonical.substring(1);
        var shared = root.shared(path).orElse(null);
        var host = shared == null ? root.ownPath(path) : root.sharedPath(path);
        return new Place(canonical, host, rootWritable, canonical.equals("/"), root, shared);
    }
}
