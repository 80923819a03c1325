package dev.dockline.shell;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests on engines that are there for all: one at a time, since two processes run the tests beside each other. */
public abstract class OnSharedEngines {
    private FileChannel lock;

    @BeforeEach
    final void takeTheEngines() throws IOException {
        lock = FileChannel.open(
                Path.of("target", "shared-engines.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock.lock();
    }

    @AfterEach
    final void leaveTheEngines() throws IOException {
        lock.close();
    }
}
