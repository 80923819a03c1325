package dev.dockline.embedded.fs;

import dev.dockline.embedded.fs.Resolver.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files as one user of a container sees them: the image's, with volumes and binds over them. Paths are absolute. */
public final class FileView {
    private static final int UMASK = 022;

    private final Disk disk;
    private final Resolver resolver;
    private final int uid;
    private final int gid;

    private FileView(Disk disk, Resolver resolver, int uid, int gid) {
        this.disk = disk;
        this.resolver = resolver;
        this.uid = uid;
        this.gid = gid;
    }

    /** The files of one folder. */
    public static FileView of(Disk disk, Path root) {
        return of(disk, Overlay.plain(disk, root), true, List.of());
    }

    public static FileView of(Disk disk, Overlay root, boolean rootWritable, List<MountPoint> mounts) {
        return new FileView(disk, new Resolver(disk, root, rootWritable, mounts), 0, 0);
    }

    /** The same files with the rights of another user. */
    public FileView as(int otherUid, int otherGid) {
        return new FileView(disk, resolver, otherUid, otherGid);
    }

    public int uid() {
        return uid;
    }

    public int gid() {
        return gid;
    }

    public List<MountPoint> mounts() {
        return resolver.mounts();
    }

    /** The path without links and dots. */
    public String canonical(String path) throws IOException {
        return resolver.resolve(path, true).path();
    }

    public boolean exists(String path) throws IOException {
        try {
            return resolver.resolve(path, true).exists(disk);
        } catch (FileError e) {
            return false;
        }
    }

    /** Follows a link at the end. */
    public Stat stat(String path) throws IOException {
        return stat(resolver.resolve(path, true), path);
    }

    /** Does not follow a link at the end. */
    public Stat lstat(String path) throws IOException {
        return stat(resolver.resolve(path, path.endsWith("/")), path);
    }

    private Stat stat(Place place, String path) throws IOException {
        try {
            var stat = place.stat(disk);
            if (path.endsWith("/") && !stat.isDirectory()) throw Errno.ENOTDIR.on(path);
            return stat;
        } catch (NoSuchFileException e) {
            throw Errno.ENOENT.on(path);
        }
    }

    public boolean isDirectory(String path) throws IOException {
        return exists(path) && stat(path).isDirectory();
    }

    public InputStream read(String path) throws IOException {
        var place = resolver.resolve(path, true);
        var stat = stat(place, path);
        if (stat.isDirectory()) throw Errno.EISDIR.on(path);
        Access.READ.require(this, stat, path);
        if (stat.isDevice()) return Devices.input(place.path());
        return Files.newInputStream(place.host());
    }

    public byte[] readAll(String path) throws IOException {
        try (var in = read(path)) {
            return in.readAllBytes();
        }
    }

    /** Opens for writing, made if missing; what it held goes, unless appending. */
    public OutputStream write(String path, boolean append) throws IOException {
        var place = resolver.resolve(path, true);
        var present = place.exists(disk);
        if (present) {
            var stat = stat(place, path);
            if (stat.isDirectory()) throw Errno.EISDIR.on(path);
            if (stat.isDevice()) return Devices.output();
            Access.WRITE.require(this, stat, path);
            requireWritable(place, path);
        } else {
            requireParent(place, path);
        }
        var mode = append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        var file = present ? place.own() : place.made();
        var out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode);
        if (!present) disk.set(file, Stat.REGULAR | 0666 & ~UMASK, uid, gid);
        return out;
    }

    /** The host's file behind one that is there, for what changes a file in place and knows only the host's. */
    public Path inPlace(String path) throws IOException {
        var place = resolver.resolve(path, true);
        Access.WRITE.require(this, stat(place, path), path);
        requireWritable(place, path);
        return place.own();
    }

    /** Makes a file that is there longer, by what reads as zeros, or shorter. */
    public void setSize(String path, long size) throws IOException {
        var place = resolver.resolve(path, true);
        Access.WRITE.require(this, stat(place, path), path);
        requireWritable(place, path);
        try (var file = new RandomAccessFile(place.own().toFile(), "rw")) {
            file.setLength(size);
        }
    }

    /** The names in a folder, sorted. */
    public List<String> list(String path) throws IOException {
        var place = resolver.resolve(path, true);
        var stat = stat(place, path);
        if (!stat.isDirectory()) throw Errno.ENOTDIR.on(path);
        Access.READ.require(this, stat, path);
        try {
            var names = new TreeSet<>(place.names());
            mountedIn(place.path()).forEach(names::add);
            return List.copyOf(names);
        } catch (NotDirectoryException e) {
            throw Errno.ENOTDIR.on(path);
        }
    }

    // A file may be mounted where the image has none.
    private Stream<String> mountedIn(String folder) {
        return mounts().stream()
                .map(MountPoint::destination)
                .filter(path -> !path.equals("/") && Paths.parent(path).equals(folder) && isThere(path))
                .map(Paths::name);
    }

    private boolean isThere(String path) {
        try {
            return exists(path);
        } catch (IOException e) {
            return false;
        }
    }

    public void mkdir(String path) throws IOException {
        var file = create(path).made();
        Files.createDirectory(file);
        disk.set(file, Stat.DIRECTORY | 0777 & ~UMASK, uid, gid);
    }

    /** The folder and those above it, as far as they are missing. */
    public void mkdirs(String path) throws IOException {
        if (isDirectory(path)) return;
        if (!path.equals("/")) mkdirs(Paths.parent(path));
        mkdir(path);
    }

    public void symlink(String target, String path) throws IOException {
        var file = create(path).made();
        Files.createSymbolicLink(file, Path.of(target));
        disk.set(file, Stat.SYMLINK | 0777, uid, gid);
    }

    /** A file that is neither regular nor a folder: a device or a FIFO. */
    public void special(String path, int mode) throws IOException {
        var file = create(path).made();
        Files.createFile(file);
        disk.set(file, mode, uid, gid);
    }

    public void link(String existing, String path) throws IOException {
        var from = resolver.resolve(existing, false);
        stat(from, existing);
        var to = create(path);
        disk.link(from.own(), to.made());
    }

    /** Removes what is no folder. */
    public void unlink(String path) throws IOException {
        var place = resolver.resolve(path, false);
        if (stat(place, path).isDirectory()) throw Errno.EISDIR.on(path);
        remove(place, path);
    }

    public void rmdir(String path) throws IOException {
        var place = resolver.resolve(path, false);
        if (!stat(place, path).isDirectory()) throw Errno.ENOTDIR.on(path);
        remove(place, path);
    }

    private void remove(Place place, String path) throws IOException {
        if (place.isMount()) throw Errno.EBUSY.on(path);
        requireParent(place, path);
        var folder = place.stat(disk).isDirectory();
        if (folder && !place.names().isEmpty()) throw Errno.ENOTEMPTY.on(path);
        try {
            if (!place.isShared()) disk.delete(place.host());
        } catch (DirectoryNotEmptyException e) {
            throw Errno.ENOTEMPTY.on(path);
        }
        place.gone();
    }

    public void rename(String from, String to) throws IOException {
        var source = resolver.resolve(from, false);
        stat(source, from);
        var target = resolver.resolve(to, false);
        if (source.isMount() || target.isMount()) throw Errno.EBUSY.on(from);
        requireParent(source, from);
        requireParent(target, to);
        if (!sameMount(source, target)) throw Errno.EXDEV.on(from);
        if (target.path().startsWith(source.path() + "/")) throw Errno.EINVAL.on(from);
        // As on the overlays of a kernel: a folder of the image is copied by whoever wants it elsewhere.
        if (source.isBelow() && stat(source, from).isDirectory()) throw Errno.EXDEV.on(from);
        var covered = target.exists(disk) && target.stat(disk).isDirectory();
        if (covered && !target.names().isEmpty()) throw Errno.ENOTEMPTY.on(to);
        try {
            var file = source.own();
            disk.move(file, target.isShared() ? target.own() : target.made());
            source.gone();
        } catch (DirectoryNotEmptyException e) {
            throw Errno.ENOTEMPTY.on(to);
        }
    }

    private boolean sameMount(Place one, Place other) {
        return mountOf(one.path()).equals(mountOf(other.path()));
    }

    private String mountOf(String path) {
        return resolver.mounts().stream()
                .map(MountPoint::destination)
                .filter(at -> path.startsWith(at + "/"))
                .findFirst()
                .orElse("/");
    }

    /** Copies what is seen at a path to the host, with owners, modes and times; the target may be an empty folder. */
    public void copyOut(String path, Path target) throws IOException {
        copyOut(resolver.resolve(path, false), target, new HashMap<>());
    }

    private void copyOut(Place place, Path target, Map<Long, Path> seen) throws IOException {
        var stat = place.stat(disk);
        if (!stat.isDirectory()) {
            var first = stat.links() > 1 && stat.isRegular() ? seen.putIfAbsent(stat.inode(), target) : null;
            if (first == null) disk.copyTree(place.host(), target);
            else disk.link(first, target);
            return;
        }
        if (!disk.exists(target)) Files.createDirectory(target);
        for (var name : place.names())
            copyOut(resolver.resolve(Paths.child(place.path(), name), false), target.resolve(name), seen);
        disk.set(target, stat.mode(), stat.uid(), stat.gid());
        disk.setModified(target, stat.modified());
    }

    public void chmod(String path, int permissions) throws IOException {
        var place = owned(path);
        var stat = stat(place, path);
        disk.set(place.own(), stat.mode() & Stat.TYPE | permissions & 07777, stat.uid(), stat.gid());
    }

    /** Does not follow a link at the end; -1 leaves an id as it is. */
    public void chown(String path, int newUid, int newGid) throws IOException {
        var place = resolver.resolve(path, false);
        var stat = stat(place, path);
        requireWritable(place, path);
        if (uid != 0) throw Errno.EPERM.on(path);
        var owner = newUid < 0 ? stat.uid() : newUid;
        var group = newGid < 0 ? stat.gid() : newGid;
        disk.set(place.own(), stat.mode(), owner, group);
    }

    public void setModified(String path, Instant time) throws IOException {
        var place = owned(path);
        disk.setModified(place.own(), time);
    }

    /** Sets the time of a symbolic link itself. */
    public void setLinkModified(String path, Instant time) throws IOException {
        disk.setModified(owned(resolver.resolve(path, false), path).own(), time);
    }

    private Place owned(String path) throws IOException {
        return owned(resolver.resolve(path, true), path);
    }

    private Place owned(Place place, String path) throws IOException {
        var stat = stat(place, path);
        requireWritable(place, path);
        if (uid != 0 && uid != stat.uid()) throw Errno.EPERM.on(path);
        return place;
    }

    /** Whether the file system at a path may be changed at all. */
    public boolean isWritable(String path) throws IOException {
        return resolver.resolve(path, true).writable();
    }

    private Place create(String path) throws IOException {
        var place = resolver.resolve(Paths.trimmed(path), false);
        if (place.exists(disk)) throw Errno.EEXIST.on(path);
        requireParent(place, path);
        return place;
    }

    private void requireParent(Place place, String path) throws IOException {
        requireWritable(place, path);
        var parent = resolver.resolve(Paths.parent(place.path()), true);
        try {
            var stat = parent.stat(disk);
            if (!stat.isDirectory()) throw Errno.ENOTDIR.on(path);
            Access.WRITE.require(this, stat, path);
        } catch (NoSuchFileException e) {
            throw Errno.ENOENT.on(path);
        }
    }

    private static void requireWritable(Place place, String path) throws FileError {
        if (!place.writable()) throw Errno.EROFS.on(path);
    }

    /** Turns the host's exceptions that may still come, where two programs race, into ours. */
    public static FileError error(IOException e, String path) {
        if (e instanceof FileError error) return error;
        if (e instanceof NoSuchFileException) return Errno.ENOENT.on(path);
        if (e instanceof FileAlreadyExistsException) return Errno.EEXIST.on(path);
        if (e instanceof java.nio.file.AccessDeniedException) return Errno.EACCES.on(path);
        return Errno.EIO.on(path);
    }
}
