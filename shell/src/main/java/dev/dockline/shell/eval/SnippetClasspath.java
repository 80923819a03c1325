package dev.dockline.shell.eval;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * What snippets compile against. The compiler reads each jar at start, and would read all those that this process has.
 */
record SnippetClasspath(List<Class<?>> classes) {
    /** Lets a compiler see no more. */
    StandardJavaFileManager limit(StandardJavaFileManager files) {
        try {
            var places = Stream.concat(Stream.of(Words.class), classes.stream());
            files.setLocation(
                    StandardLocation.CLASS_PATH,
                    places.map(SnippetClasspath::place).distinct().toList());
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File place(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
