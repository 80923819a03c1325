package dev.dockline.transfer;

import dev.dockline.engine.Act;
import dev.dockline.error.RestoreFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** What is in a tar file, compressed or not, seen as the contents of volumes by their paths. */
final class Contents {
    private static final int BLOCK = 512;

    private final Path file;
    private final Act act;

    Contents(Path file, Act act) {
        this.file = file;
        this.act = act;
    }

    /**
     * Reads the whole file before anything is written, and returns those of the volumes that it has entries for.
     *
     * @throws RestoreFailed if it is no tar, has nothing for any of them, or has an entry that would land elsewhere
     */
    Set<String> check(List<String> volumes) {
        var found = new LinkedHashSet<String>();
        var tops = new LinkedHashSet<String>();
        var symbolicLinks = new HashSet<String>();
        try (var tar = open(Files.newInputStream(file))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String path = checked(entry, symbolicLinks);
                tops.add("/" + path.split("/")[0]);
                for (var volume : volumes) {
                    if (isBelow(path, volume)) {
                        requireInside(entry, volume);
                        found.add(volume);
                    }
                }
                if (entry.isSymbolicLink()) {
                    symbolicLinks.add(path);
                }
            }
            requireEnd();
        } catch (NoSuchFileException e) {
            throw refused("there is no file " + file, "restore(\"/path/to/backup.tar\")", e);
        } catch (IOException e) {
            throw refused(file + " is no tar file, or a damaged one: " + e.getMessage(), "another file", e);
        }
        if (found.isEmpty()) {
            throw refused(
                    file + " holds nothing for " + String.join(", ", volumes) + "; it holds " + String.join(", ", tops),
                    "a container whose volumes have these paths",
                    null);
        }
        return found;
    }

    /** Copies the entries of one volume, which in their names gets another root. */
    void copy(String volume, String root, Gauge gauge, Entries out) throws IOException {
        try (var tar = open(gauge.over(Files.newInputStream(file)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String path = normal(entry.getName());
                if (isBelow(path, volume)) {
                    if (entry.isLink()) {
                        entry.setLinkName(rooted(normal(entry.getLinkName()), volume, root));
                    }
                    entry.setName(rooted(path, volume, root) + (entry.isDirectory() ? "/" : ""));
                    out.put(entry, tar);
                }
            }
        }
    }

    private String checked(TarArchiveEntry entry, Set<String> symbolicLinks) {
        String name = entry.getName();
        var parts = Arrays.asList(name.split("/"));
        if (name.startsWith("/") || parts.contains("..")) {
            throw refused("its entry \"" + name + "\" would land outside the volumes", "another file", null);
        }
        String path = normal(name);
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            if (symbolicLinks.contains(path.substring(0, slash))) {
                throw refused("its entry \"" + name + "\" runs through a symbolic link", "another file", null);
            }
        }
        return path;
    }

    // The reader takes a file that was cut between two blocks for a whole one; what is compressed tells by itself.
    private void requireEnd() throws IOException {
        if (Packing.of(file) != Packing.NONE) {
            return;
        }
        try (var content = Files.newByteChannel(file)) {
            var last = ByteBuffer.allocate(BLOCK);
            content.position(Math.max(0, content.size() - BLOCK));
            content.read(last);
            if (content.size() % BLOCK != 0 || !Arrays.equals(last.array(), new byte[BLOCK])) {
                throw new IOException("it breaks off before its end");
            }
        }
    }

    private void requireInside(TarArchiveEntry entry, String volume) {
        String target = entry.getLinkName();
        boolean outside =
                entry.isLink() && (Arrays.asList(target.split("/")).contains("..") || !isBelow(normal(target), volume));
        if (outside) {
            throw refused(
                    "its entry \"" + entry.getName() + "\" is a hard link to \"" + target + "\", outside its volume",
                    "another file",
                    null);
        }
    }

    private TarArchiveInputStream open(InputStream packed) throws IOException {
        return new TarArchiveInputStream(Packing.unpack(act.what(), packed), "UTF-8");
    }

    private RestoreFailed refused(String why, String next, Exception cause) {
        return new RestoreFailed(act.what(), why, next, cause);
    }

    private static boolean isBelow(String path, String volume) {
        String root = volume.substring(1);
        return path.equals(root) || path.startsWith(root + "/");
    }

    private static String rooted(String path, String volume, String root) {
        return root + path.substring(volume.length() - 1);
    }

    private static String normal(String name) {
        return name.replaceFirst("^(?:\\./+)+", "").replaceFirst("/+$", "");
    }
}
