package dev.dockline.embedded.fs;

import java.nio.file.Path;
import java.util.function.Supplier;

/** A file or folder of the host that is seen at a path of a container; it may be made when it is first looked for. */
public record MountPoint(String destination, Supplier<Path> source, boolean writable) {
    public Path host() {
        return source.get();
    }

    MountPoint at(String other) {
        return new MountPoint(other, source, writable);
    }
}
