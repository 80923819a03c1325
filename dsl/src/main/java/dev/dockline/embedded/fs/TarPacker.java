package dev.dockline.embedded.fs;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Writes files of a container into a tar stream: owners, modes, whole-second times, links of both kinds, FIFOs. */
public final class TarPacker implements Closeable {
    private final FileView files;
    private final TarArchiveOutputStream tar;
    private final Map<Long, String> seen = new HashMap<>();
    private final Consumer<String> listener;

    public TarPacker(FileView files, OutputStream out, Consumer<String> listener) {
        this.files = files;
        this.listener = listener;
        tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
    }

    /** A file, or a folder and all in it, under a name; special files that tar cannot hold are left out. */
    public void add(String path, String name) throws IOException {
        var stat = files.lstat(path);
        listener.accept(stat.isDirectory() && !name.endsWith("/") ? name + "/" : name);
        put(path, name, stat);
        if (!stat.isDirectory()) return;
        for (var child : files.list(path)) add(Paths.child(path, child), Paths.child(name, child));
    }

    private void put(String path, String name, Stat stat) throws IOException {
        var first = stat.links() > 1 && stat.isRegular() ? seen.putIfAbsent(stat.inode(), name) : null;
        var entry = first == null ? new TarArchiveEntry(entryName(name, stat), type(stat)) : hardLink(name, first);
        entry.setMode(stat.permissions());
        entry.setUserId(stat.uid());
        entry.setGroupId(stat.gid());
        entry.setLastModifiedTime(FileTime.from(stat.modified().truncatedTo(ChronoUnit.SECONDS)));
        if (stat.isLink()) entry.setLinkName(stat.target());
        var content = first == null && stat.isRegular();
        entry.setSize(content ? stat.size() : 0);
        tar.putArchiveEntry(entry);
        if (content) copy(path, stat.size());
        tar.closeArchiveEntry();
    }

    // A file that grows or shrinks meanwhile must not break the stream: exactly the size announced is written.
    private void copy(String path, long size) throws IOException {
        try (var in = files.read(path)) {
            var buffer = new byte[8192];
            for (var left = size; left > 0; ) {
                var count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (count < 0) {
                    java.util.Arrays.fill(buffer, (byte) 0);
                    count = (int) Math.min(buffer.length, left);
                }
                tar.write(buffer, 0, count);
                left -= count;
            }
        }
    }

    private static String entryName(String name, Stat stat) {
        return stat.isDirectory() && !name.endsWith("/") ? name + "/" : name;
    }

    private static TarArchiveEntry hardLink(String name, String first) {
        var entry = new TarArchiveEntry(name, TarConstants.LF_LINK);
        entry.setLinkName(first);
        return entry;
    }

    private static byte type(Stat stat) {
        if (stat.isDirectory()) return TarConstants.LF_DIR;
        if (stat.isLink()) return TarConstants.LF_SYMLINK;
        if (stat.isFifo()) return TarConstants.LF_FIFO;
        return stat.isDevice() ? TarConstants.LF_CHR : TarConstants.LF_NORMAL;
    }

    /** Ends the archive, and closes the stream under it. */
    @Override
    public void close() throws IOException {
        tar.close();
    }
}
