package dev.dockline.embedded.fs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small file whose text the engine says, made when someone first looks for it. */
public final class GeneratedFile {
    private final Path path;
    private byte[] text = {};
    private boolean made;

    GeneratedFile(Path path, boolean made) {
        this.path = path;
        this.made = made;
    }

    /** Gives it another text: in place, so that whoever has it open sees it. */
    public synchronized void write(String newText) throws IOException {
        text = newText.getBytes(StandardCharsets.UTF_8);
        if (made) Files.write(path, text);
    }

    /** Where it lies, once it does. */
    public synchronized Path path() {
        if (made) return path;
        try {
            Files.createDirectories(path.getParent());
            Files.write(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        made = true;
        return path;
    }
}
