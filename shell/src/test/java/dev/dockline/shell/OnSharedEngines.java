package dev.dockline.shell;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Tests on engines that are there for all, or with scripts that publish the book's own ports: one at a time, since other
 * processes run tests beside this one; {@code DOCKLINE_TEST_LOCK} names a file for those of other builds too.
 */
public abstract class OnSharedEngines {
    private FileChannel lock;

    @BeforeEach
    final void takeTheEngines() throws IOException {
        lock = FileChannel.open(
                Path.of(System.getenv().getOrDefault("DOCKLINE_TEST_LOCK", "target/shared-engines.lock")),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        lock.lock();
    }

    @AfterEach
    final void leaveTheEngines() throws IOException {
        lock.close();
    }
}
