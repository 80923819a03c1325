package dev.dockline.transfer;

import dev.dockline.engine.Handover;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A file that is written beside the one it is to be, and takes that one's place when it is whole. */
public final class Beside implements AutoCloseable {
    private final Path target;
    private final Path part;

    /** Nothing is written yet. */
    public Beside(Path file) {
        target = file.toAbsolutePath().normalize();
        part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    }

    /** What it is to be. */
    public Path target() {
        return target;
    }

    /** Where it is to be written. */
    public Path part() {
        return part;
    }

    /** Puts what was written in the place of what was there. */
    public Path complete() throws IOException {
        return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Why it cannot be written, in words for whoever chose its folder. */
    public String reason(IOException e) {
        if (!Files.isDirectory(target.getParent())) {
            return "there is no folder " + target.getParent();
        }
        return Files.isWritable(target.getParent())
                ? String.valueOf(e.getMessage())
                : "the folder " + target.getParent() + " may not be written to";
    }

    /** Removes what was written, unless it is complete. */
    @Override
    public void close() {
        Handover.cleanUp(() -> {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
