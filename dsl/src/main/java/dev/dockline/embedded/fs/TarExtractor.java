package dev.dockline.embedded.fs;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Reads files out of a tar stream into a folder of a container; what is there already is replaced, folders are kept. */
public final class TarExtractor {
    private final FileView files;
    private final String folder;
    private final Map<String, TarArchiveEntry> folders = new LinkedHashMap<>();

    public TarExtractor(FileView files, String folder) {
        this.files = files;
        this.folder = folder;
    }

    /** A name in the archive that leads out of the folder. */
    public static final class BadName extends IOException {
        private static final long serialVersionUID = 1L;

        BadName(String name) {
            super("invalid entry name \"" + name + "\"");
        }
    }

    /** Takes out the entries wanted, telling the name of each. */
    public void extract(InputStream in, Predicate<String> wanted, Consumer<String> listener) throws IOException {
        @SuppressWarnings("resource") // the caller's stream is the caller's to close
        var tar = new TarArchiveInputStream(whole(in), StandardCharsets.UTF_8.name());
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (!wanted.test(entry.getName())) continue;
            listener.accept(entry.getName());
            extract(tar, entry);
        }
        // Only now: a file written into a folder changes the folder's time.
        for (var late : folders.entrySet()) attributes(late.getKey(), late.getValue());
    }

    // Nothing at all is an archive without files; less than a header is none.
    private static InputStream whole(InputStream in) throws IOException {
        var begin = in.readNBytes(TarConstants.DEFAULT_RCDSIZE);
        if (begin.length > 0 && begin.length < TarConstants.DEFAULT_RCDSIZE) throw new EOFException("unexpected EOF");
        return new SequenceInputStream(new ByteArrayInputStream(begin), in);
    }

    private void extract(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
        var path = path(entry.getName());
        if (entry.isDirectory()) {
            replace(path, true);
            if (!files.isDirectory(path)) files.mkdirs(path);
            folders.put(path, entry);
            return;
        }
        files.mkdirs(Paths.parent(path));
        replace(path, false);
        if (entry.isSymbolicLink()) files.symlink(entry.getLinkName(), path);
        else if (entry.isLink()) files.link(path(entry.getLinkName()), path);
        else if (isSpecial(entry)) files.special(path, type(entry) | entry.getMode() & 07777);
        else write(tar, path);
        if (!entry.isLink()) attributes(path, entry);
    }

    private void write(TarArchiveInputStream tar, String path) throws IOException {
        try (var out = files.write(path, false)) {
            tar.transferTo(out);
        }
    }

    private void replace(String path, boolean byFolder) throws IOException {
        try {
            var present = files.lstat(path);
            if (!present.isDirectory()) {
                if (byFolder && present.isLink() && files.isDirectory(path)) return;
                files.unlink(path);
            } else if (!byFolder) {
                files.rmdir(path);
            }
        } catch (FileError e) {
            if (e.errno() != Errno.ENOENT) throw e;
        }
    }

    private void attributes(String path, TarArchiveEntry entry) throws IOException {
        if (files.uid() == 0) files.chown(path, (int) entry.getLongUserId(), (int) entry.getLongGroupId());
        if (entry.isSymbolicLink()) {
            files.setLinkModified(path, entry.getLastModifiedTime().toInstant());
            return;
        }
        files.chmod(path, entry.getMode());
        files.setModified(path, entry.getLastModifiedTime().toInstant());
    }

    private String path(String name) throws BadName {
        if (List.of(name.split("/")).contains("..")) throw new BadName(name);
        var relative = name;
        while (relative.startsWith("/") || relative.startsWith("./"))
            relative = relative.substring(relative.indexOf('/') + 1);
        return relative.isEmpty() || relative.equals(".") ? folder : Paths.trimmed(Paths.child(folder, relative));
    }

    private static boolean isSpecial(TarArchiveEntry entry) {
        return type(entry) != Stat.REGULAR;
    }

    private static int type(TarArchiveEntry entry) {
        return switch (entry.getLinkFlag()) {
            case TarConstants.LF_FIFO -> Stat.FIFO;
            case TarConstants.LF_CHR, TarConstants.LF_BLK -> Stat.CHARACTER_DEVICE;
            default -> Stat.REGULAR;
        };
    }
}
