package dev.dockline.transfer;

import dev.dockline.engine.Act;
import dev.dockline.error.RestoreFailed;
import java.io.IOException;
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
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** What is in a tar file, compressed or not, seen as the contents of volumes by their paths. */
final class Contents {
    private final Path file;
    private final Act act;

    Contents(Path file, Act act) {
        this.file = file;
        this.act = act;
    }

    /**
     * Reads the whole file before anything is written, and returns those of the volumes that it has entries for.
     *
     * @param climbingLinks whether the engine unpacks symbolic links that lead up and out of a volume
     * @throws RestoreFailed if it is no tar, has nothing for any of them, or has an entry that would land elsewhere
     */
    Set<String> check(List<String> volumes, boolean climbingLinks) {
        var found = new LinkedHashSet<String>();
        var tops = new LinkedHashSet<String>();
        var symbolicLinks = new HashSet<String>();
        try (var tar = open()) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String path = checked(entry, symbolicLinks);
                tops.add("/" + path.split("/")[0]);
                for (var volume : volumes) {
                    if (isBelow(path, volume)) {
                        requireInside(entry, volume);
                        if (!climbingLinks) {
                            requireNoClimb(entry, path, volume);
                        }
                        found.add(volume);
                    }
                }
                if (entry.isSymbolicLink()) {
                    symbolicLinks.add(path);
                }
            }
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

    /** Copies the entries of one volume, their names made relative to it. */
    int copy(String volume, TarArchiveOutputStream out) throws IOException {
        int count = 0;
        try (var tar = open()) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (isBelow(normal(entry.getName()), volume)) {
                    boolean folder = entry.isDirectory();
                    if (entry.isLink()) {
                        entry.setLinkName(relative(normal(entry.getLinkName()), volume));
                    }
                    entry.setName(relative(normal(entry.getName()), volume) + (folder ? "/" : ""));
                    out.putArchiveEntry(entry);
                    tar.transferTo(out);
                    out.closeArchiveEntry();
                    count++;
                }
            }
        }
        return count;
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

    private void requireNoClimb(TarArchiveEntry entry, String path, String volume) {
        String target = entry.getLinkName();
        if (!entry.isSymbolicLink() || target.startsWith("/")) {
            return;
        }
        var folder = Path.of("/", relative(path, volume)).getParent();
        int depth = folder == null ? 0 : folder.getNameCount();
        for (var part : target.split("/")) {
            depth += part.equals("..") ? -1 : part.isEmpty() || part.equals(".") ? 0 : 1;
            if (depth < 0) {
                throw refused(
                        "its entry \"" + entry.getName() + "\" is a symbolic link to \"" + target
                                + "\", out of its volume, which Docker before 28 does not unpack",
                        "the book's way: container().image(\"ubuntu\").volumesFrom(…).bind(…, \"/backup\")"
                                + ".call(\"tar\", \"xf\", …)",
                        null);
            }
        }
    }

    private TarArchiveInputStream open() throws IOException {
        return new TarArchiveInputStream(Packing.unpack(act.what(), Files.newInputStream(file)), "UTF-8");
    }

    private RestoreFailed refused(String why, String next, Exception cause) {
        return new RestoreFailed(act.what(), why, next, cause);
    }

    private static boolean isBelow(String path, String volume) {
        String root = volume.substring(1);
        return path.equals(root) || path.startsWith(root + "/");
    }

    private static String relative(String path, String volume) {
        return path.length() < volume.length() ? "." : path.substring(volume.length());
    }

    private static String normal(String name) {
        return name.replaceFirst("^(?:\\./+)+", "").replaceFirst("/+$", "");
    }
}
