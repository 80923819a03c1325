package dev.dockline.embedded.fs;

import java.io.IOException;

/** A call on a container's files that failed; the message is the reason alone, as tools print it after a path. */
public final class FileError extends IOException {
    private static final long serialVersionUID = 1L;

    private final Errno errno;
    private final String path;

    FileError(Errno errno, String path) {
        super(errno.words());
        this.errno = errno;
        this.path = path;
    }

    public Errno errno() {
        return errno;
    }

    public String path() {
        return path;
    }
}
