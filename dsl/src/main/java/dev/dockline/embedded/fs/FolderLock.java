package dev.dockline.embedded.fs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One process at a time has a folder. The system frees it when the process ends, however that comes. */
public final class FolderLock implements AutoCloseable {
    private static final String NAME = "lock";

    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Another process has the folder. */
    public static final class Held extends IOException {
        private static final long serialVersionUID = 1L;

        Held(Path folder, String process) {
            super(folder + " is in use by process " + process);
        }
    }

    static FolderLock take(Path folder) throws IOException {
        var file = folder.resolve(NAME);
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new Held(folder, Files.readString(file).strip());
        }
        var own = String.valueOf(ProcessHandle.current().pid());
        channel.truncate(0).write(ByteBuffer.wrap(own.getBytes(StandardCharsets.US_ASCII)));
        return new FolderLock(channel, lock);
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
