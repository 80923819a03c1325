package dev.dockline.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A file or folder of a container laid out on this machine, as {@code docker cp} does: rights and times, no owners. */
public final class Unpacked {
    private final Path root;
    private String rootName;

    private Unpacked(Path root) {
        this.root = root;
    }

    /** Lays out what a tar stream holds at a path that is not there yet; its first entry becomes that path. */
    public static void at(Path root, InputStream archive) throws IOException {
        var unpacked = new Unpacked(root);
        try (var tar = new TarArchiveInputStream(archive, "UTF-8")) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpacked.lay(entry, tar);
            }
        }
        if (unpacked.rootName == null) {
            throw new IOException("the engine sent nothing");
        }
    }

    private void lay(TarArchiveEntry entry, InputStream content) throws IOException {
        var path = inside(entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        } else if (entry.isLink()) {
            Files.createLink(path, inside(entry.getLinkName()));
            return;
        } else if (entry.isFile()) {
            Files.copy(content, path);
        } else {
            return;
        }
        Files.setPosixFilePermissions(path, permissions(entry.getMode()));
        Files.setLastModifiedTime(path, entry.getLastModifiedTime());
    }

    // What a container holds is not to be trusted with the rest of this machine.
    private Path inside(String name) throws IOException {
        String plain = name.replaceFirst("/+$", "");
        rootName = rootName == null ? plain : rootName;
        String below = plain.startsWith(rootName) ? plain.substring(rootName.length()) : "/" + plain;
        var path = root.resolve(below.replaceFirst("^/+", "")).normalize();
        if (!path.startsWith(root)) {
            throw new IOException("its entry \"" + name + "\" would land outside the folder");
        }
        for (var parent = path.getParent(); parent.startsWith(root); parent = parent.getParent()) {
            if (Files.isSymbolicLink(parent)) {
                throw new IOException("its entry \"" + name + "\" runs through a symbolic link");
            }
        }
        return path;
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        var permissions = EnumSet.noneOf(PosixFilePermission.class);
        var all = PosixFilePermission.values();
        for (int i = 0; i < all.length; i++) {
            if ((mode >> all.length - 1 - i & 1) == 1) {
                permissions.add(all[i]);
            }
        }
        return permissions;
    }
}
