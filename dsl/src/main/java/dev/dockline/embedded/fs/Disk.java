package dev.dockline.embedded.fs;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;

/**
 * The host's files with the owners and modes containers gave them. What this process may not set on the real file (an
 * owner, a mode that would lock it out, a device) is kept beside, by path. As with a rootless engine, the process's own
 * user stands for the container's root.
 */
public final class Disk {
    private static final boolean UNIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

    private final Ledger beside;
    private final int self;

    Disk(Path ownFolder, Ledger beside) throws IOException {
        this.beside = beside;
        self = UNIX ? (Integer) Files.getAttribute(ownFolder, "unix:uid") : 0;
    }

    public boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Fails with NoSuchFileException where nothing is. */
    public Stat stat(Path path) throws IOException {
        var real = UNIX ? unix(path) : portable(path);
        var kept = beside.get(path);
        if (kept == null) return real;
        return new Stat(
                kept.mode(),
                kept.uid(),
                kept.gid(),
                (kept.mode() & Stat.TYPE) == Stat.CHARACTER_DEVICE ? 0 : real.size(),
                real.modified(),
                real.inode(),
                real.links(),
                real.target());
    }

    private Stat unix(Path path) throws IOException {
        var all = Files.readAttributes(
                path, "unix:mode,uid,gid,size,lastModifiedTime,ino,nlink", LinkOption.NOFOLLOW_LINKS);
        var mode = (Integer) all.get("mode");
        return new Stat(
                mode,
                shown((Integer) all.get("uid")),
                (Integer) all.get("uid") == self && self != 0 ? 0 : (Integer) all.get("gid"),
                (Long) all.get("size"),
                ((FileTime) all.get("lastModifiedTime")).toInstant(),
                ((Number) all.get("ino")).longValue(),
                ((Number) all.get("nlink")).intValue(),
                target(path, mode));
    }

    private static Stat portable(Path path) throws IOException {
        var all = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        var mode = all.isDirectory() ? Stat.DIRECTORY | 0755 : Stat.REGULAR | 0644;
        if (all.isSymbolicLink()) mode = Stat.SYMLINK | 0777;
        return new Stat(mode, 0, 0, all.size(), all.lastModifiedTime().toInstant(), 0, 1, target(path, mode));
    }

    private static String target(Path path, int mode) throws IOException {
        return (mode & Stat.TYPE) == Stat.SYMLINK ? Files.readSymbolicLink(path).toString() : "";
    }

    private int shown(int uid) {
        return uid == self ? 0 : uid;
    }

    /** Sets type, permissions and owner, as far as may be on the file itself, the rest beside it. */
    public void set(Path path, int mode, int uid, int gid) throws IOException {
        var wanted = new Ledger.Entry(mode, uid, gid);
        beside.remove(path);
        if (UNIX) setReal(path, mode, uid, gid);
        var real = UNIX ? unix(path) : portable(path);
        var same = real.uid() == uid && real.gid() == gid && (real.mode() == mode || real.isLink());
        if (!same) beside.put(path, wanted);
    }

    private void setReal(Path path, int mode, int uid, int gid) throws IOException {
        if (self == 0) {
            Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
        }
        if ((mode & Stat.TYPE) == Stat.SYMLINK) return;
        var own = (mode & Stat.TYPE) == Stat.DIRECTORY ? 0700 : 0600;
        try {
            Files.setAttribute(path, "unix:mode", mode & 07777 | (self == 0 ? 0 : own));
        } catch (java.nio.file.FileSystemException e) {
            // A file of someone else's, bound into the container: its mode is kept beside.
        }
    }

    public void setModified(Path path, Instant time) throws IOException {
        Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .setTimes(FileTime.from(time), null, null);
    }

    public void delete(Path path) throws IOException {
        Files.delete(path);
        beside.remove(path);
    }

    /** Moves a file or a folder, with what is kept beside it. */
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        beside.remove(to);
        for (var key : beside.under(from).keySet()) {
            var kept = beside.remove(Path.of(key));
            if (kept != null)
                beside.put(Path.of(to + key.substring(from.toString().length())), kept);
        }
    }

    /** A second name for a file. */
    public void link(Path existing, Path added) throws IOException {
        Files.createLink(added, existing);
        var kept = beside.get(existing);
        if (kept != null) beside.put(added, kept);
    }

    public void deleteTree(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            try (var children = Files.newDirectoryStream(path)) {
                for (var child : children) deleteTree(child);
            }
        }
        try {
            delete(path);
        } catch (NoSuchFileException e) {
            // Someone else was faster: gone is what was wanted.
        }
    }

    /** Copies a file or a folder with owners, modes, times, links. The target may be an empty folder. */
    public void copyTree(Path from, Path to) throws IOException {
        copyTree(from, to, new java.util.HashMap<>());
    }

    private void copyTree(Path from, Path to, Map<Long, Path> seen) throws IOException {
        var stat = stat(from);
        if (stat.links() > 1 && stat.isRegular()) {
            var first = seen.putIfAbsent(stat.inode(), to);
            if (first != null) {
                link(first, to);
                return;
            }
        }
        if (stat.isDirectory()) copyChildren(from, to, seen);
        else Files.copy(from, to, LinkOption.NOFOLLOW_LINKS);
        set(to, stat.mode(), stat.uid(), stat.gid());
        setModified(to, stat.modified());
    }

    private void copyChildren(Path from, Path to, Map<Long, Path> seen) throws IOException {
        if (!exists(to)) Files.createDirectory(to);
        try (var children = Files.newDirectoryStream(from)) {
            for (var child : children) copyTree(child, to.resolve(child.getFileName()), seen);
        }
    }

    void close() {
        beside.close();
    }
}
