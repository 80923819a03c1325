package dev.dockline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a command is to read from its standard input, to the end: {@code call(stdin("one\ntwo\n"), "sort")}.
 */
public final class Stdin {
    /** Opens a stream, each time anew. */
    @FunctionalInterface
    private interface Source {
        InputStream open() throws IOException;
    }

    private final Source source;

    private Stdin(Source source) {
        this.source = source;
    }

    /** A text, in UTF-8. */
    public static Stdin of(String text) {
        return new Stdin(() -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A file of this machine. */
    public static Stdin of(Path file) {
        return new Stdin(() -> Files.newInputStream(file));
    }

    /** A stream, which is closed when it has been read or the command has ended. */
    public static Stdin of(InputStream stream) {
        return new Stdin(() -> stream);
    }

    InputStream open() throws IOException {
        return source.open();
    }
}
