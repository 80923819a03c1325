package dev.dockline.transfer;

import dev.dockline.state.FileState;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** What stands in one folder, told by the tar stream of it: a stopped container has no program that could. */
public final class Listed {
    private Listed() {}

    /** The files of a folder, or the one file that the stream holds, by name. */
    public static List<FileState> in(InputStream archive) throws IOException {
        var found = new ArrayList<FileState>();
        String root = null;
        boolean folder = false;
        try (var tar = new TarArchiveInputStream(archive, "UTF-8")) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String path = entry.getName().replaceFirst("/+$", "");
                if (root == null) {
                    root = path;
                    folder = entry.isDirectory();
                }
                if (!folder || isChild(path, root)) {
                    found.add(state(entry, path.substring(path.lastIndexOf('/') + 1)));
                }
            }
        }
        found.sort(Comparator.comparing(FileState::name));
        return found;
    }

    private static boolean isChild(String path, String root) {
        String below = path.startsWith(root + "/") ? path.substring(root.length() + 1) : "";
        return !below.isEmpty() && below.indexOf('/') < 0;
    }

    private static FileState state(TarArchiveEntry entry, String name) {
        return new FileState(
                name,
                FileState.mode(kind(entry), entry.getMode()),
                entry.getLongUserId() + ":" + entry.getLongGroupId(),
                entry.isFile() ? entry.getSize() : 0,
                entry.getLastModifiedTime().toInstant(),
                entry.isSymbolicLink() ? entry.getLinkName() : "");
    }

    private static char kind(TarArchiveEntry entry) {
        if (entry.isDirectory()) {
            return 'd';
        }
        if (entry.isSymbolicLink()) {
            return 'l';
        }
        if (entry.isFIFO()) {
            return 'p';
        }
        return entry.isCharacterDevice() ? 'c' : entry.isBlockDevice() ? 'b' : '-';
    }
}
