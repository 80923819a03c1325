package dev.dockline.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** A file or folder of this machine as a tar stream, as {@code docker cp} sends it: for the container's root user. */
public final class Packed {
    private Packed() {}

    /** The stream, in which the file or folder has this name; links are kept as they are. */
    public static InputStream stream(Path source, String name) throws IOException {
        return new TarPipe(entries -> write(source, name, entries));
    }

    private static void write(Path source, String name, Entries entries) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                return put(folder, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                return put(file, attributes);
            }

            private FileVisitResult put(Path path, BasicFileAttributes attributes) throws IOException {
                var below = source.relativize(path).toString();
                entry(path, below.isEmpty() ? name : name + "/" + below, attributes, entries);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void entry(Path path, String name, BasicFileAttributes attributes, Entries entries)
            throws IOException {
        if (attributes.isOther()) {
            return;
        }
        var entry = attributes.isSymbolicLink()
                ? new TarArchiveEntry(name, TarConstants.LF_SYMLINK)
                : new TarArchiveEntry(attributes.isDirectory() ? name + "/" : name);
        entry.setLastModifiedTime(attributes.lastModifiedTime());
        if (attributes.isSymbolicLink()) {
            entry.setLinkName(Files.readSymbolicLink(path).toString());
        } else {
            entry.setMode((int) Files.getAttribute(path, "unix:mode") & 07777);
            entry.setSize(attributes.isRegularFile() ? attributes.size() : 0);
        }
        try (var content = attributes.isRegularFile() ? Files.newInputStream(path) : InputStream.nullInputStream()) {
            entries.put(entry, content);
        }
    }
}
