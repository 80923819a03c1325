package dev.dockline.embedded.image;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.FileView;
import dev.dockline.embedded.fs.Paths;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a layer says of files of the layers below: {@code .wh.NAME} takes one away, {@code .wh..wh..opq} a folder's. */
final class Whiteouts {
    private static final String PREFIX = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";

    private final FileView files;

    Whiteouts(FileView files) {
        this.files = files;
    }

    /** Whether an entry is a file of the layer; if not, it is obeyed. */
    boolean isFile(String name) {
        var path = Paths.absolute("/", name);
        var last = Paths.name(path);
        if (!last.startsWith(PREFIX)) return true;
        try {
            var folder = Paths.parent(path);
            if (last.equals(OPAQUE)) {
                for (var child : files.list(folder)) remove(Paths.child(folder, child));
            } else {
                remove(Paths.child(folder, last.substring(PREFIX.length())));
            }
        } catch (FileError gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return false;
    }

    private void remove(String path) throws IOException {
        if (!files.lstat(path).isDirectory()) {
            files.unlink(path);
            return;
        }
        for (var child : files.list(path)) remove(Paths.child(path, child));
        files.rmdir(path);
    }
}
